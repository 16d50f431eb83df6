package org.upturn.server.sheets;

import org.upturn.server.kernel.Message;

/** A file that cannot be read as a table at all. The message says why and how to mend it. */
public final class SheetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Message message;

    public SheetException(String key, Object... values) {
        this.message = new Message(key, values);
    }

    /** What people are told. */
    public Message message() {
        return message;
    }

    @Override
    public String getMessage() {
        return message.english();
    }
}
