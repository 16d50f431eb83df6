package org.upturn.server.followups;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Problem;

/**
 * A talk with the person of a case: one that was, or one that is agreed on (S4-04).
 *
 * @param heldAt when it was or will be
 * @param people who took part or will
 * @param notes what was said; empty while it is still to come
 * @param logged the follow-up that it made; null while it is still to come
 */
public record Conversation(
        UUID id,
        Kind kind,
        Instant heldAt,
        String people,
        String notes,
        String by,
        @Nullable Instant calledOffAt,
        @Nullable UUID logged) {
    /** How it was led. */
    public enum Kind {
        CALL,
        MEETING;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word().equals(word)) {
                    return kind;
                }
            }
            throw Problem.invalid("kind", "problem.conversation.kind");
        }
    }

    /**
     * {@code scheduled}, {@code due} when its time has passed and nobody said whether it took place, {@code held},
     * {@code missed} when it did not take place, or {@code called-off} before.
     */
    public String state(Instant now) {
        if (calledOffAt != null) {
            return calledOffAt.isBefore(heldAt) ? "called-off" : "missed";
        }
        if (logged != null) {
            return "held";
        }
        return now.isBefore(heldAt) ? "scheduled" : "due";
    }
}
