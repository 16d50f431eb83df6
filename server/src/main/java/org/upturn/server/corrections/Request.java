package org.upturn.server.corrections;

import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Problem;

/**
 * What a member asks for.
 *
 * @param part the question of the survey that was picked; only with {@link Reason#QUESTION}
 * @param words own words for the request; standard ones when blank
 * @param mail whether to send it by mail; otherwise the member hands the link over
 * @param days how long the link holds, 1…90; 14 when null
 */
public record Request(
        Reason reason,
        @Nullable String part,
        @Nullable String words,
        boolean mail,
        @Nullable Integer days) {
    public static final int USUAL_DAYS = 14;
    public static final int MOST_DAYS = 90;
    public static final int LONGEST_WORDS = 1_000;

    int holds() {
        return days == null ? USUAL_DAYS : days;
    }

    String own() {
        return words == null ? "" : words.replace("\0", "").strip();
    }

    /** @throws Problem where it cannot be asked like this */
    void check() {
        if (own().length() > LONGEST_WORDS) {
            throw Problem.invalid("words", "problem.correction.words", LONGEST_WORDS);
        }
        if (holds() < 1 || holds() > MOST_DAYS) {
            throw Problem.invalid("days", "problem.correction.days", MOST_DAYS);
        }
    }
}
