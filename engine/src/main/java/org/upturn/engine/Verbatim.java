package org.upturn.engine;

import org.jspecify.annotations.Nullable;

/**
 * Open text as a person gave it, never altered.
 *
 * @param text the words as given; may be empty
 * @param question the question that was asked, which can turn the meaning round ("What could we do better?" "Nothing")
 * @param language ISO 639-1 code when known beforehand, else found from the text
 * @param score the score given with it, 0…10, when there is one
 */
public record Verbatim(
        String text,
        @Nullable String question,
        @Nullable String language,
        @Nullable Integer score) {
    public Verbatim {
        if (score != null && (score < 0 || score > 10)) {
            throw new IllegalArgumentException("A score is 0 to 10, not " + score);
        }
    }

    /** Text with nothing known about it. */
    public static Verbatim of(String text) {
        return new Verbatim(text, null, null, null);
    }

    /** Text without a score. */
    public Verbatim(String text, @Nullable String question, @Nullable String language) {
        this(text, question, language, null);
    }
}
