package org.upturn.engine.encoders;

/** A folder with a model cannot be used; the message says what was expected. */
public final class EncoderException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public EncoderException(String message) {
        super(message);
    }
}
