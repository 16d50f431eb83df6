package org.upturn.engine.discovery;

/**
 * Words of one entry that are typical of a group.
 *
 * @param id the entry's
 * @param start UTF-16 index in the entry's text of the first character
 * @param end index of the one after the last
 */
public record Quotation(String id, int start, int end) {
    /** The words in the text of the entry. */
    public String in(String text) {
        return text.substring(start, end);
    }
}
