package org.upturn.engine;

import java.util.List;

/** Logistic regression with soft targets by Adam over the whole set, which needs no luck and repeats exactly. */
final class Logistic {
    private static final int ROUNDS = 300;
    private static final double STEP = 0.03;

    private Logistic() {}

    /** One text to learn from; target 0 bad, 0.5 neither, 1 good. */
    record Sample(double[] inputs, double target, double weight) {}

    static double[] fit(List<Sample> samples, double shrink) {
        int size = samples.getFirst().inputs.length;
        double[] weights = new double[size];
        double[] first = new double[size];
        double[] second = new double[size];
        double all = samples.stream().mapToDouble(Sample::weight).sum();
        for (int round = 1; round <= ROUNDS; round++) {
            double[] slope = new double[size];
            for (int i = 0; i < size; i++) {
                slope[i] = shrink * weights[i];
            }
            for (Sample sample : samples) {
                double error = sample.weight * (probability(weights, sample.inputs) - sample.target) / all;
                for (int i = 0; i < size; i++) {
                    slope[i] += error * sample.inputs[i];
                }
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

    private static double probability(double[] weights, double[] inputs) {
        double sum = 0;
        for (int i = 0; i < inputs.length; i++) {
            sum += inputs[i] * weights[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
