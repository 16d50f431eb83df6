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
        return chance().expected();
    }

    /**
     * Whether chance alone would hardly bring so many together, and they are not too few to tell. One in two hundred and
     * not one in twenty, for a codebook offers some twenty pairs at once.
     */
    public boolean isBeyondChance() {
        return together >= SegmentFigures.FEWEST && chance().hardlyBrings(together, Chance.ONE_IN_TWO_HUNDRED);
    }

    private Chance chance() {
        return new Chance(one, other, verbatims);
    }
}
