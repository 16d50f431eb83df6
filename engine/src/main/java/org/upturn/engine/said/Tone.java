package org.upturn.engine.said;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How somebody speaks to the team, which tells a recoverable detractor from a high-risk one (S1-22).
 *
 * @param evidence the insult or threat, or the wish a constructive text utters; null when a constructive text utters none
 */
public record Tone(Kind kind, @Nullable Evidence evidence) {

    /** Constructive or hostile. */
    public enum Kind {
        /** Blame, however bitter, that still speaks about the matter; praise too. */
        CONSTRUCTIVE,
        /** Insults, contempt, threats, swearing at people. */
        HOSTILE;

        /** The word used in JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
