package org.upturn.server.verbatims;

import org.jspecify.annotations.Nullable;

/**
 * What was made of one theme in an answer's present words, against one version of the codebook.
 *
 * @param name what that version calls the theme
 * @param probability 0…1; what is not decided is only possible
 * @param start first character of the evidence
 * @param end after its last character
 * @param sentiment how these words feel, −1…+1
 * @param human whether a person said so
 */
public record ThemeCoding(
        int codebookVersion,
        String theme,
        String name,
        @Nullable String gap,
        double probability,
        boolean decided,
        int start,
        int end,
        double sentiment,
        boolean human) {
    /** As a theme that is there. */
    public ThemeFound found() {
        return new ThemeFound(theme, name, gap, probability, start, end, sentiment, human);
    }
}
