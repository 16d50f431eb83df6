package org.upturn.server.verbatims;

import org.jspecify.annotations.Nullable;

/**
 * A theme found in a verbatim, with its words.
 *
 * @param theme its id in the codebook
 * @param gap {@code delivery}, {@code feedback-loop} or {@code access}, when the theme points to one
 * @param probability 0…1
 * @param start first character of the evidence in the verbatim
 * @param end after its last character
 * @param sentiment how these words feel, −1…+1
 * @param human whether a person said so
 */
public record ThemeFound(
        String theme,
        String name,
        @Nullable String gap,
        double probability,
        int start,
        int end,
        double sentiment,
        boolean human) {
    /** Its words; of a verbatim that was edited between two looks at the database only what is there. */
    public String evidence(String verbatim) {
        int to = Math.min(end, verbatim.length());
        return verbatim.substring(Math.min(start, to), to);
    }
}
