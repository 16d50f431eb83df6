package org.upturn.engine;

/** A codebook file that cannot be used; the message says where it is wrong and how to mend it. */
public final class CodebookException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    CodebookException(String message) {
        super(message);
    }

    CodebookException(String message, Throwable cause) {
        super(message, cause);
    }
}
