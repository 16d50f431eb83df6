package org.upturn.server.kernel;

/** A command line that cannot be obeyed; the message says what to write instead. */
public final class UsageException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public UsageException(String key, Object... values) {
        super(new Message(key, values).english());
    }
}
