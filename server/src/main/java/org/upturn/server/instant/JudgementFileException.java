package org.upturn.server.instant;

import org.upturn.server.kernel.Message;

/** A file of labels or answers that cannot be used; the message says which line is wrong and how to mend it. */
final class JudgementFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JudgementFileException(String key, Object... values) {
        super(new Message(key, values).english());
    }
}
