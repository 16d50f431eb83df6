package org.upturn.engine.learning;

import java.util.Arrays;
import java.util.Collection;

/**
 * From which frequency on a theme is said to be there. F1 over all themes is highest when that is half the F1 that can be
 * reached (Lipton, Elkan and Naryanaswamy, 2014): what is hard to tell is better named too often than never.
 */
public final class Threshold {
    /** Half of an F1 of ⅔, which a few labels reach. */
    private static final double USUAL = 1 / 3.0;

    /** So many judgements weigh as much as what is usual. */
    private static final double PATIENCE = 1_000;

    private Threshold() {}

    /** The one threshold of all these themes, 0…½. */
    public static double of(Collection<Head> heads) {
        double[] frequencies = heads.stream()
                .flatMapToDouble(head -> Arrays.stream(head.heldOut()))
                .sorted()
                .toArray();
        return (PATIENCE * USUAL + frequencies.length * bestF1(frequencies) / 2) / (PATIENCE + frequencies.length);
    }

    /** The highest F1 to be expected when themes are there with these frequencies, given in rising order. */
    private static double bestF1(double[] frequencies) {
        double there = Arrays.stream(frequencies).sum();
        double right = 0;
        double best = 0;
        for (int said = 1; said <= frequencies.length; said++) {
            right += frequencies[frequencies.length - said];
            best = Math.max(best, 2 * right / (said + there));
        }
        return best;
    }
}
