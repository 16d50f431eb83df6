package org.upturn.engine.learning;

import java.util.Arrays;

/**
 * From which frequency on a theme is said to be there. F1 is highest when that is half the F1 that can be reached (Lipton,
 * Elkan and Naryanaswamy, 2014); a theme that is hard to tell is therefore named sooner.
 */
final class Threshold {
    /** Half of an F1 of ⅔, which a few labels reach. */
    private static final double USUAL = 1 / 3.0;

    /** So many examples weigh as much as what is usual. */
    private static final double PATIENCE = 200;

    private Threshold() {}

    static double of(Platt platt, double[] scores) {
        double best = bestF1(platt, scores);
        return (PATIENCE * USUAL + scores.length * best / 2) / (PATIENCE + scores.length);
    }

    /** The highest F1 to be expected over these scores. */
    private static double bestF1(Platt platt, double[] scores) {
        double[] probabilities =
                Arrays.stream(scores).map(platt::probability).sorted().toArray();
        double there = Arrays.stream(probabilities).sum();
        double right = 0;
        double best = 0;
        for (int said = 1; said <= probabilities.length; said++) {
            right += probabilities[probabilities.length - said];
            best = Math.max(best, 2 * right / (said + there));
        }
        return best;
    }
}
