package org.upturn.server.invitations.outbox;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Problem;

/**
 * Whom a mailing is for.
 *
 * @param key which attribute; only for {@link Kind#ATTRIBUTE}
 * @param value of the attribute, or the account
 */
public record Audience(
        Kind kind, @Nullable String key, @Nullable String value) {
    /** By what people are chosen. */
    public enum Kind {
        EVERYONE,
        /** Who is not invited to the wave yet. */
        NEW,
        ATTRIBUTE,
        ACCOUNT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final Audience EVERYONE = new Audience(Kind.EVERYONE, null, null);

    /** @throws Problem when there is no such kind, or what it needs is missing */
    public static Audience of(@Nullable String kind, @Nullable String key, @Nullable String value) {
        for (Kind one : Kind.values()) {
            if (one.word().equals(kind)) {
                return switch (one) {
                    case EVERYONE, NEW -> new Audience(one, null, null);
                    case ACCOUNT -> new Audience(one, null, needed(value));
                    case ATTRIBUTE -> new Audience(one, needed(key), needed(value));
                };
            }
        }
        throw Problem.invalid("audience", "problem.mailing.audience");
    }

    private static String needed(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Problem.invalid("value", "problem.mailing.value");
        }
        return text.strip();
    }
}
