package org.upturn.engine.learning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What was learned of one theme: how to weigh a text, and how often the theme is there in texts of that weight.
 */
public final class Head {
    /** Parts into which the examples are dealt for calibration. */
    public static final int FOLDS = 5;

    private final float[] whole;
    private final float[] clause;
    private final BucketTable ngrams;
    private final double prior;
    private final double constant;
    private final Platt platt;
    private final double[] heldOut;

    private Head(Weights weights, Platt platt, double[] heldOut) {
        this.whole = weights.whole;
        this.clause = weights.clause;
        this.ngrams = BucketTable.of(weights.ngrams);
        this.prior = 1 + Weights.PRIOR * weights.prior;
        this.constant = Weights.CONSTANT * weights.constant;
        this.platt = platt;
        this.heldOut = heldOut;
    }

    /** Learns from at least one example; the same examples in the same order give the same head to the last bit. */
    public static Head of(List<Example> examples) {
        Regression regression = new Regression(examples);
        Regression.Fit fit = regression.fit();
        double[] scores = new double[examples.size()];
        boolean[] yes = new boolean[scores.length];
        IntStream.range(0, FOLDS).parallel().forEach(fold -> {
            Weights others = regression.fit(fit.pulls(), fold).weights();
            for (int i = 0; i < scores.length; i++) {
                if (examples.get(i).fold() == fold) {
                    scores[i] = others.score(examples.get(i).inputs());
                    yes[i] = examples.get(i).yes();
                }
            }
        });
        Platt platt = Platt.of(scores, yes);
        return new Head(
                fit.weights(),
                platt,
                Arrays.stream(scores).map(platt::probability).toArray());
    }

    /** How often a theme is there in a text like this, 0…1. */
    public double probability(Inputs inputs) {
        double vectors = Weights.dot(whole, inputs.whole()) + Weights.dot(clause, inputs.clause());
        return platt.probability(
                prior * inputs.prior() + constant + Weights.VECTOR * vectors + ngrams.dot(inputs.ngrams()));
    }

    /** The frequency of each example as the others, without its fold, would have put it. */
    double[] heldOut() {
        return heldOut;
    }
}
