package org.upturn.server.cases;

import java.util.Locale;
import org.upturn.server.kernel.Problem;

/** How a case ended. */
public enum Outcome {
    /** Promised, delivered and the person's response are all logged; the only one that counts as resolved (decision 11). */
    RESOLVED,
    /** The person could not be reached; counted apart, with its reason. */
    NO_CONTACT_POSSIBLE,
    /** The person leaves, agreed with them and on good terms (S4-17: “may involve graceful exit”); counted apart, with what was agreed. */
    PARTED,
    /** The person changed the answer and is no detractor any more. Closes by itself. */
    ANSWER_CHANGED;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Outcome of(String word) {
        for (Outcome outcome : values()) {
            if (outcome.word().equals(word)) {
                return outcome;
            }
        }
        throw Problem.invalid("outcome", "problem.outcome");
    }
}
