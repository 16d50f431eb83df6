package org.upturn.engine;

/**
 * A theme found in a verbatim, with the words that show it.
 *
 * @param theme the theme's id in the codebook
 * @param probability how sure the engine is, 0…1
 * @param decided whether the engine says the theme is there; when false it is only a candidate for a person to look at
 * @param start index of the first character of the evidence in the original text (UTF-16, inclusive)
 * @param end index after the last character of the evidence (exclusive); {@code text.substring(start, end)} is a quotation
 * @param sentiment how the evidence feels: −1 (very negative) … +1 (very positive)
 */
public record Coding(String theme, double probability, boolean decided, int start, int end, double sentiment) {}
