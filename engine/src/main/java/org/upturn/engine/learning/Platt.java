package org.upturn.engine.learning;

/**
 * From a score to a frequency: a logistic curve through held-out scores (Platt, 1999), shrunk towards leaving the score as
 * it is, so that few labels change little.
 */
record Platt(double slope, double shift) {
    /** How far slope and shift are expected to lie from 1 and 0. */
    private static final double SLOPE_SPREAD = 0.3;

    private static final double SHIFT_SPREAD = 0.7;
    private static final int STEPS = 20;

    /** @param balance {@link Head#balance}: with little of it the curve is not shifted */
    static Platt of(double[] scores, boolean[] yes, double balance) {
        double shiftSpread = SHIFT_SPREAD * Math.sqrt(balance);
        if (shiftSpread == 0) {
            return new Platt(1, 0);
        }
        double slope = 1;
        double shift = 0;
        for (int step = 0; step < STEPS; step++) {
            double precisionSlope = 1 / (SLOPE_SPREAD * SLOPE_SPREAD);
            double precisionShift = 1 / (shiftSpread * shiftSpread);
            double gradientSlope = (1 - slope) * precisionSlope;
            double gradientShift = -shift * precisionShift;
            double mixed = 0;
            for (int i = 0; i < scores.length; i++) {
                double probability = 1 / (1 + Math.exp(-slope * scores[i] - shift));
                double error = (yes[i] ? 1 : 0) - probability;
                double weight = probability * (1 - probability);
                gradientSlope += error * scores[i];
                gradientShift += error;
                precisionSlope += weight * scores[i] * scores[i];
                precisionShift += weight;
                mixed += weight * scores[i];
            }
            double determinant = precisionSlope * precisionShift - mixed * mixed;
            slope += (precisionShift * gradientSlope - mixed * gradientShift) / determinant;
            shift += (precisionSlope * gradientShift - mixed * gradientSlope) / determinant;
        }
        return new Platt(slope, shift);
    }

    double probability(double score) {
        return 1 / (1 + Math.exp(-slope * score - shift));
    }
}
