package org.upturn.engine;

import java.util.Arrays;
import java.util.List;
import org.upturn.engine.learning.Ngrams;

/** Logistic regression with soft targets by Adam over the whole set, which needs no luck and repeats exactly. */
final class Logistic {
    private static final int ROUNDS = 300;
    private static final double STEP = 0.03;

    private Logistic() {}

    /** One text to learn from; target 0 bad, 0.5 neither, 1 good. */
    record Sample(double[] inputs, Ngrams words, double target, double weight) {
        double sum(double[] weights) {
            double sum = 0;
            for (int i = 0; i < inputs.length; i++) {
                sum += inputs[i] * weights[i];
            }
            for (int i = 0; i < words.buckets().length; i++) {
                sum += words.values()[i] * weights[inputs.length + words.buckets()[i]];
            }
            return sum;
        }

        void add(double amount, double[] slope) {
            for (int i = 0; i < inputs.length; i++) {
                slope[i] += amount * inputs[i];
            }
            for (int i = 0; i < words.buckets().length; i++) {
                slope[inputs.length + words.buckets()[i]] += amount * words.values()[i];
            }
        }
    }

    /** The weight of each input and, after these, of each bucket of words. */
    static double[] fit(List<Sample> samples, double shrink) {
        int size = samples.getFirst().inputs.length + Ngrams.BUCKETS;
        double[] weights = new double[size];
        double[] first = new double[size];
        double[] second = new double[size];
        double all = samples.stream().mapToDouble(Sample::weight).sum();
        for (int round = 1; round <= ROUNDS; round++) {
            double[] slope =
                    Arrays.stream(weights).map(weight -> shrink * weight).toArray();
            for (Sample sample : samples) {
                double probability = 1 / (1 + Math.exp(-sample.sum(weights)));
                sample.add(sample.weight * (probability - sample.target) / all, slope);
            }
            for (int i = 0; i < size; i++) {
                first[i] = 0.9 * first[i] + 0.1 * slope[i];
                second[i] = 0.999 * second[i] + 0.001 * slope[i] * slope[i];
                double mean = first[i] / (1 - Math.pow(0.9, round));
                double length = Math.sqrt(second[i] / (1 - Math.pow(0.999, round)));
                weights[i] -= STEP * mean / (length + 1e-8);
            }
        }
        return weights;
    }
}
