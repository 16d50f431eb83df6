package org.upturn.server.insights;

/**
 * How often two themes stand in the same verbatims of a wave.
 *
 * @param theme the other one
 * @param name the words people see
 * @param together verbatims that show both
 * @param one verbatims that show the theme asked about
 * @param other verbatims that show the other
 * @param verbatims all that say something
 */
public record RelatedTheme(String theme, String name, long together, long one, long other, long verbatims) {
    /** Fewer than these together say nothing: the house shows no cell below it. */
    private static final long FEWEST = SegmentFigures.FEWEST;

    /**
     * The 99.5 % point of the normal distribution. One in a hundred and not one in twenty, for a codebook offers some
     * twenty pairs at once.
     */
    private static final double BEYOND = 2.5758293035489004;

    /**
     * How many times as often as if the two had nothing to do with each other: n·n₁₂ ∕ (n₁·n₂). Source: S. Brin and
     * others, "Dynamic Itemset Counting and Implication Rules for Market Basket Data", SIGMOD 1997, section 4, where it
     * is called interest; the field calls it lift.
     */
    public double lift() {
        return (double) verbatims * together / ((double) one * other);
    }

    /** How many would show both by chance alone. */
    public double expected() {
        return (double) one * other / verbatims;
    }

    /**
     * Whether chance alone would hardly bring so many together: above the mean of the hypergeometric distribution, which
     * Fisher’s exact test rests on, by {@value #BEYOND} of its standard deviations, and at least
     * {@value SegmentFigures#FEWEST} of them.
     */
    public boolean isBeyondChance() {
        if (together < FEWEST || verbatims < 2) {
            return false;
        }
        double variance = expected() * (1 - (double) one / verbatims) * (verbatims - other) / (verbatims - 1);
        return together - expected() > BEYOND * Math.sqrt(variance);
    }
}
