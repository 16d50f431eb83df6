package org.upturn.server.search;

import org.upturn.server.kernel.Slice;

/**
 * What a search found.
 *
 * @param all how many verbatims there are in all
 * @param slice some of them, with the key of the last one
 */
public record Hits(long all, Slice<Hit> slice) {}
