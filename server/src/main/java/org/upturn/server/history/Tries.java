package org.upturn.server.history;

import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;

/** Does again what somebody else got in the way of at the same moment: another import of the same people, mostly. */
final class Tries {
    private static final int MOST = 5;

    private Tries() {}

    /** @param work in a transaction of its own, all or nothing */
    static <T> T of(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (DuplicateKeyException | PessimisticLockingFailureException other) {
                if (attempt == MOST) {
                    throw other;
                }
            }
        }
    }
}
