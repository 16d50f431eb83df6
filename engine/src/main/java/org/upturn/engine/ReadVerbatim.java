package org.upturn.engine;

/**
 * A verbatim once it is read.
 *
 * @param meaning what the whole text means, as {@value #SIZE} numbers of −127…127 whose direction counts: two texts mean
 *     the same as far as the cosine of their meanings comes near 1. Empty for a text without a word
 */
@SuppressWarnings("ArrayRecordComponent")
public record ReadVerbatim(Reading reading, byte[] meaning) {
    public static final int SIZE = 384;
}
