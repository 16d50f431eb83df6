package org.upturn.server.history;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;

/** Does again what somebody else got in the way of at the same moment: another import of the same people, mostly. */
final class Tries {
    private static final int MOST = 8;
    private static final Duration PAUSE = Duration.ofMillis(10);

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
                // Not at once: the other would be there still.
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE.toNanos() << attempt));
            }
        }
    }
}
