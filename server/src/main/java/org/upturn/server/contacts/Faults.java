package org.upturn.server.contacts;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Message;
import org.upturn.server.kernel.Problem;

/** Gathers what is wrong with one contact, so that whoever mends it is told all of it at once. */
public final class Faults {
    private @Nullable String field;
    private @Nullable Message message;

    /** What is read, or null where it cannot be; why not is kept. */
    public <T> @Nullable T of(Supplier<@Nullable T> read) {
        try {
            return read.get();
        } catch (Problem problem) {
            add(problem);
            return null;
        }
    }

    private void add(Problem problem) {
        if (message == null) {
            field = problem.field();
            message = problem.message();
        } else {
            message = new Message("problem.several", message, problem.message());
        }
    }

    /** @throws Problem that says all that was wrong, about the field of the first */
    public void check() {
        if (message != null) {
            throw Problem.invalid(String.valueOf(field), message);
        }
    }
}
