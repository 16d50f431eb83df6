package org.upturn.server.insights;

/**
 * How many detractors there are and for how many the loop closed: always together (S4-14), so there is no type that
 * holds the count alone.
 *
 * @param detractors people whose present score is 0 to 6
 * @param resolved of those, cases closed with promise, delivery and response logged (decision 11)
 * @param noContactPossible of those, cases closed for that reason; counted apart
 * @param contactedInTime of those, contacted within the recovery window of 48 hours
 * @param open of those, cases still open
 */
public record LoopFigures(long detractors, long resolved, long noContactPossible, long contactedInTime, long open) {
    public static final LoopFigures NONE = new LoopFigures(0, 0, 0, 0, 0);

    /** Share of detractors whose loop closed on the record, 0…1; not a number without detractors. */
    public double resolutionRate() {
        return detractors == 0 ? Double.NaN : (double) resolved / detractors;
    }

    /** Share of detractors contacted within 48 hours, 0…1; not a number without detractors. */
    public double contactedInTimeRate() {
        return detractors == 0 ? Double.NaN : (double) contactedInTime / detractors;
    }
}
