package org.upturn.engine;

/**
 * A theme found in a verbatim, with the words that show it.
 *
 * @param theme the theme's id in the codebook
 * @param probability how sure the engine is, 0…1; ½ or more exactly when decided
 * @param decided whether the engine says the theme is there; when false it is only a candidate for a person to look at
 * @param start index of the first character of the evidence in the original text (UTF-16, inclusive)
 * @param end index after the last character of the evidence (exclusive); {@code text.substring(start, end)} is a quotation
 * @param sentiment how the evidence feels: −1 (very negative) … +1 (very positive)
 * @param human whether a person said so of this very text; then the probability is 1 or, for a no, 0
 */
public record Coding(
        String theme, double probability, boolean decided, int start, int end, double sentiment, boolean human) {
    /** What the engine found by itself. */
    public Coding(String theme, double probability, boolean decided, int start, int end, double sentiment) {
        this(theme, probability, decided, start, end, sentiment, false);
    }
}
