package org.upturn.server.kernel;

import org.jspecify.annotations.Nullable;

/**
 * A fact gone wrong that the person or program on the other side can understand and mend. Pages show its message, the
 * API answers it as {@code application/problem+json} (RFC 9457).
 */
public final class Problem extends RuntimeException {
    /** The closed set of codes. */
    public enum Code {
        /** What was sent cannot be taken as it is. */
        INVALID(422),
        /** It does not exist, or it is not yours. */
        NOT_FOUND(404),
        /** It clashes with what is there already. */
        CONFLICT(409),
        /** Who are you? */
        NOT_SIGNED_IN(401),
        /** Your role does not allow it. */
        NOT_ALLOWED(403),
        /** Larger than what is taken. */
        TOO_LARGE(413),
        /** Too many tries; wait a little. */
        TOO_MANY(429),
        /** This path does not take this method. */
        NOT_SUPPORTED(405),
        /** There is no answer in a media type that was asked for. */
        NOT_ACCEPTABLE(406),
        /** A body of this media type is not taken here. */
        MEDIA_TYPE_NOT_SUPPORTED(415),
        /** Our fault; the log has more under the given reference. */
        INTERNAL(500);

        private final int status;

        Code(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }

        /** The word in the API, for example {@code not-found}. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private final Code code;
    private final @Nullable String field;
    private final Message message;

    private Problem(Code code, @Nullable String field, Message message) {
        this.code = code;
        this.field = field;
        this.message = message;
    }

    public static Problem notFound(String key) {
        return of(Code.NOT_FOUND, key);
    }

    /** What was sent in this field cannot be taken; the message says how to mend it. */
    public static Problem invalid(String field, String key, Object... values) {
        return invalid(field, new Message(key, values));
    }

    public static Problem invalid(String field, Message message) {
        return new Problem(Code.INVALID, field, message);
    }

    public static Problem conflict(String key, Object... values) {
        return of(Code.CONFLICT, key, values);
    }

    public static Problem of(Code code, String key, Object... values) {
        return new Problem(code, null, new Message(key, values));
    }

    public Code code() {
        return code;
    }

    /** The field it is about, when it is about one. */
    public @Nullable String field() {
        return field;
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
