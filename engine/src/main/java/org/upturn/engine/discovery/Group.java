package org.upturn.engine.discovery;

import java.util.List;

/**
 * Entries that say much the same.
 *
 * @param number from 1, the largest group first
 * @param label its first terms, to be read by people
 * @param terms up to six of its own words and pairs of words, the most telling first
 * @param ids of the entries, in the order given; one that speaks of several things is in several groups
 * @param quotations up to five, the most typical first, different from each other
 */
public record Group(int number, String label, List<String> terms, List<String> ids, List<Quotation> quotations) {
    /** How many entries. */
    public int size() {
        return ids.size();
    }
}
