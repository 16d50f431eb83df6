package org.upturn.server.kernel;

/**
 * The Net Promoter Score of a set of answers, kept as counts and computed late, so that it can be added and never has
 * to be averaged.
 *
 * @param promoters answers of 9 or 10
 * @param passives answers of 7 or 8
 * @param detractors answers of 0 to 6
 */
public record NetPromoterScore(long promoters, long passives, long detractors) {
    public static final NetPromoterScore NONE = new NetPromoterScore(0, 0, 0);

    /** The 97.5 % point of the normal distribution: intervals here hold 95 %. */
    private static final double Z = 1.959963984540054;

    /** Pseudo-answers of the adjusted Wald interval: ¾ promoters, 1½ passives, ¾ detractors. */
    private static final double PSEUDO_EACH = 0.75;

    private static final double PSEUDO_ALL = 3;

    public NetPromoterScore {
        if (promoters < 0 || passives < 0 || detractors < 0) {
            throw new IllegalArgumentException("counts of answers are never negative");
        }
    }

    public long answers() {
        return promoters + passives + detractors;
    }

    /** Whether nobody answered, so that there is no value. */
    public boolean isEmpty() {
        return answers() == 0;
    }

    /** This NPS with one more answer. */
    public NetPromoterScore plus(Score score) {
        return switch (score.group()) {
            case PROMOTER -> new NetPromoterScore(promoters + 1, passives, detractors);
            case PASSIVE -> new NetPromoterScore(promoters, passives + 1, detractors);
            case DETRACTOR -> new NetPromoterScore(promoters, passives, detractors + 1);
        };
    }

    /** The NPS of both sets together. */
    public NetPromoterScore plus(NetPromoterScore other) {
        return new NetPromoterScore(
                promoters + other.promoters, passives + other.passives, detractors + other.detractors);
    }

    /** The NPS of this set without a part of it. */
    public NetPromoterScore minus(NetPromoterScore part) {
        return new NetPromoterScore(
                promoters - part.promoters, passives - part.passives, detractors - part.detractors);
    }

    /** Per cent promoters less per cent detractors, −100…+100, unrounded; not a number when nobody answered (S1-01). */
    public double value() {
        return isEmpty() ? Double.NaN : 100.0 * (promoters - detractors) / answers();
    }

    /** The lower end of the 95 % interval, −100…+100, never above {@link #value()}. */
    public double low() {
        return isEmpty() ? Double.NaN : Math.min(value(), Math.max(-100, 100 * (centre() - Z * standardError())));
    }

    /** The upper end of the 95 % interval, −100…+100, never below {@link #value()}. */
    public double high() {
        return isEmpty() ? Double.NaN : Math.max(value(), Math.min(100, 100 * (centre() + Z * standardError())));
    }

    /**
     * The middle of the adjusted Wald interval, −1…+1. Three pseudo-answers keep the interval honest for small sets;
     * of the methods compared it covers best. Source: B. Rocks, "Interval Estimation for the Net Promoter Score", The
     * American Statistician 70 (2016); on real sets: measuringu.com/nps-three-confidence-intervals.
     */
    private double centre() {
        return (promoters - detractors) / (answers() + PSEUDO_ALL);
    }

    /** √(Var ∕ n) with Var = p + d − (p − d)², on the adjusted counts. */
    private double standardError() {
        double n = answers() + PSEUDO_ALL;
        double p = (promoters + PSEUDO_EACH) / n;
        double d = (detractors + PSEUDO_EACH) / n;
        return Math.sqrt((p + d - (p - d) * (p - d)) / n);
    }
}
