package org.upturn.engine.discovery;

import java.util.List;

/**
 * What is grouped: a text or a clause, with all places where it was said in these very words.
 *
 * @param words in lower case, names blanked
 * @param places where it was said, in order of the entries
 * @param vector its meaning less what all remarks share, length 1
 */
record Remark(List<String> words, List<Place> places, float[] vector) {
    /**
     * Where a remark stands.
     *
     * @param entry place of the entry among those given
     * @param start UTF-16 index of the first character in its text
     * @param end index of the one after the last
     */
    record Place(int entry, int start, int end) {}
}
