package org.upturn.server.invitations.outbox;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Problem;

/**
 * Whom a mailing is for.
 *
 * @param key which attribute; only for {@link Kind#ATTRIBUTE}
 * @param value of the attribute, the account, the id of the segment, or what happened
 */
public record Audience(
        Kind kind, @Nullable String key, @Nullable String value) {
    /** By what people are chosen. */
    public enum Kind {
        EVERYONE,
        /** Who is not invited to the wave yet. */
        NEW,
        SEGMENT,
        ATTRIBUTE,
        ACCOUNT,
        /** Those to whom something happened that a schedule waits for. */
        EVENT;

        /** What a person can choose. */
        public static final List<Kind> OFFERED = List.of(EVERYONE, NEW, SEGMENT, ATTRIBUTE, ACCOUNT);

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final Audience EVERYONE = new Audience(Kind.EVERYONE, null, null);

    /** @throws Problem when there is no such kind, or what it needs is missing */
    public static Audience of(@Nullable String kind, @Nullable String key, @Nullable String value) {
        for (Kind one : Kind.OFFERED) {
            if (one.word().equals(kind)) {
                return switch (one) {
                    case EVERYONE, NEW -> new Audience(one, null, null);
                    case ACCOUNT -> new Audience(one, null, needed(value));
                    case SEGMENT -> new Audience(one, null, segment(value));
                    case ATTRIBUTE -> new Audience(one, needed(key), needed(value));
                    case EVENT -> throw new IllegalStateException("is not offered");
                };
            }
        }
        throw Problem.invalid("audience", "problem.mailing.audience");
    }

    private static String segment(@Nullable String id) {
        try {
            return UUID.fromString(needed(id)).toString();
        } catch (IllegalArgumentException none) {
            throw Problem.invalid("segment", "problem.unknown.segment");
        }
    }

    private static String needed(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Problem.invalid("value", "problem.mailing.value");
        }
        return text.strip();
    }
}
