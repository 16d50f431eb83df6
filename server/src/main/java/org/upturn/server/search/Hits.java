package org.upturn.server.search;

import org.upturn.server.kernel.Slice;

/**
 * What a search found.
 *
 * @param all how many verbatims there are in all, counted up to one more than {@value #MOST_COUNTED}
 * @param slice some of them, with the key of the last one
 */
public record Hits(long all, Slice<Hit> slice) {
    public static final int MOST_COUNTED = 5_000;

    /** How many there are at least. */
    public long counted() {
        return Math.min(all, MOST_COUNTED);
    }

    /** Whether there are more than were counted. */
    public boolean isMore() {
        return all > MOST_COUNTED;
    }
}
