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
    private final double balance;

    private Head(Weights weights, Platt platt, double[] heldOut, double balance) {
        this.whole = weights.whole;
        this.clause = weights.clause;
        this.ngrams = BucketTable.of(weights.ngrams);
        this.prior = 1 + Weights.PRIOR * weights.prior;
        this.constant = weights.constant();
        this.platt = platt;
        this.heldOut = heldOut;
        this.balance = balance;
    }

    /** Learns from at least one example; the same examples in the same order give the same head to the last bit. */
    public static Head of(List<Example> examples) {
        double balance = balance(examples);
        Regression regression = new Regression(examples, balance);
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
        Platt platt = Platt.of(scores, yes, balance);
        return new Head(
                fit.weights(),
                platt,
                Arrays.stream(scores).map(platt::probability).toArray(),
                balance);
    }

    /**
     * How much the answers tell of how often a theme is there at all, 0…1. People who click on what they happen to see say
     * yes to what is there and no to what is not; only where both were said the one can be weighed against the other.
     */
    private static double balance(List<Example> examples) {
        long yes = examples.stream().filter(Example::yes).count();
        double fewer = Math.min(yes, examples.size() - yes);
        return fewer / (fewer + 1);
    }

    /** How much the answers tell of how often the theme is there at all, 0…1: 0 as long as all of them are the same. */
    public double balance() {
        return balance;
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
