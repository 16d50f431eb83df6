package org.upturn.engine;

import org.jspecify.annotations.Nullable;

/**
 * Open text as a person gave it, never altered.
 *
 * @param text the words as given; may be empty
 * @param question the question that was asked, which can turn the meaning round ("What could we do better?" "Nothing")
 * @param language ISO 639-1 code when known beforehand, else found from the text
 */
public record Verbatim(
        String text, @Nullable String question, @Nullable String language) {
    public static Verbatim of(String text) {
        return new Verbatim(text, null, null);
    }
}
