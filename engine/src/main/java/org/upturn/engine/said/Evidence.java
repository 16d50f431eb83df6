package org.upturn.engine.said;

/**
 * Words that show something.
 *
 * @param start index of the first character in the original text (UTF-16, inclusive)
 * @param end index after the last character (exclusive); {@code text.substring(start, end)} is a quotation
 */
public record Evidence(int start, int end) {}
