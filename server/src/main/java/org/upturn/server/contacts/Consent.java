package org.upturn.server.contacts;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Problem;

/**
 * What a person said to being asked: given or withdrawn, when and how.
 *
 * @param state null is taken for given
 * @param at when it was said; now when not told
 * @param how where it was said, for example "intake form"
 */
public record Consent(
        @Nullable State state,
        @Nullable Instant at,
        @Nullable String how) {
    /** What was said. */
    public enum State {
        GIVEN,
        WITHDRAWN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String word) {
            for (State state : values()) {
                if (state.word().equalsIgnoreCase(word.strip())) {
                    return state;
                }
            }
            throw Problem.invalid("consent", "problem.contact.consent");
        }
    }

    public boolean isWithdrawn() {
        return state == State.WITHDRAWN;
    }

    /** The same told again, in the same words; when is not compared unless both say it. */
    boolean says(@Nullable Consent other) {
        return other != null
                && state == other.state
                && (how == null || how.equals(other.how))
                && (at == null || at.equals(other.at));
    }
}
