package org.upturn.server.sheets;

/** A file that cannot be read as a table at all. The message says why and how to mend it. */
public final class SheetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SheetException(String message) {
        super(message);
    }
}
