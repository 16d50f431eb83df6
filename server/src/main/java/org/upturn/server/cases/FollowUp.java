package org.upturn.server.cases;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.upturn.server.kernel.Problem;

/**
 * One thing done for a case, logged on its record (S4-09, S4-13).
 *
 * @param by name of the member who logged it
 */
public record FollowUp(UUID id, Kind kind, String words, String by, Instant at) {
    /** What was logged. */
    public enum Kind {
        /** The person was reached, or a message sent to them; stops the 48-hour clock. */
        CONTACTED,
        PROMISED,
        DELIVERED,
        /** What the person said to it. */
        RESPONSE,
        NOTE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it takes being in touch with the person. */
        boolean isContact() {
            return this == CONTACTED || this == PROMISED || this == RESPONSE;
        }

        public static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word().equals(word)) {
                    return kind;
                }
            }
            throw Problem.invalid("kind", "problem.followUp.kind");
        }
    }
}
