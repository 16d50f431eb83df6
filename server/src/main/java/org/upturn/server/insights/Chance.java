package org.upturn.server.insights;

/**
 * What chance alone would bring together when one property and another have nothing to do with each other: the
 * hypergeometric distribution, on which Fisher’s exact test rests.
 *
 * @param one how many have the one property
 * @param other how many have the other
 * @param all of how many
 */
record Chance(long one, long other, long all) {
    /** The 95 % point of the normal distribution. */
    static final double ONE_IN_TWENTY = 1.6448536269514722;

    /** The 99.5 % point of the normal distribution. */
    static final double ONE_IN_TWO_HUNDRED = 2.5758293035489004;

    /** How many would have both. */
    double expected() {
        return (double) one * other / all;
    }

    /** Whether so many with both lie more than this many standard deviations above what is expected. */
    boolean hardlyBrings(long together, double deviations) {
        if (all < 2) {
            return false;
        }
        double variance = expected() * (1 - (double) one / all) * (all - other) / (all - 1);
        return together - expected() > deviations * Math.sqrt(variance);
    }
}
