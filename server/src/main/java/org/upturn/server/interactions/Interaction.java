package org.upturn.server.interactions;

import java.time.Instant;
import java.util.UUID;
import org.upturn.server.kernel.Problem;

/** One thing that happened with a contact outside of surveys. */
public record Interaction(UUID id, Kind kind, String title, String body, Instant happenedAt) {
    /** What kind of thing it was. */
    public enum Kind {
        TICKET,
        CALL,
        MEETING,
        NOTE;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word().equals(word)) {
                    return kind;
                }
            }
            throw Problem.invalid("kind", "problem.interaction.kind");
        }
    }
}
