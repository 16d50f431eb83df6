package org.upturn.engine.learning;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Logistic regression, shrunk towards the prior, by coordinate descent in the dual: each example in turn gets the share
 * by which it pulls, until none moves (Yu, Huang and Lin, Machine Learning 85, 2011). Deterministic.
 */
final class Regression {
    private static final int MOST_ROUNDS = 40;
    /** A round that moves the pulls by less than this, on average, is the last. */
    private static final double STILL = 2e-3;

    /** A change too slight to be passed on. */
    private static final double SLIGHT = 1e-4;

    private static final int MOST_STEPS = 12;

    /** What an answer counts as long as all are the same, beside 1 where many say yes and many no. */
    private static final double ONE_SIDED = 0.2;

    private final List<Example> examples;
    private final double balance;
    private final double strength;
    private final double[] squares;

    Regression(List<Example> examples, double balance) {
        this.examples = examples;
        this.balance = balance;
        this.strength = ONE_SIDED + (1 - ONE_SIDED) * balance;
        Weights none = none();
        this.squares = examples.stream()
                .mapToDouble(example -> strength * none.square(example.inputs()))
                .toArray();
    }

    private Weights none() {
        return new Weights(examples.getFirst().inputs().whole().length, balance);
    }

    /** The weights, and by how much each example pulls at them, 0…1. */
    record Fit(Weights weights, double[] pulls) {}

    /** Learns from all examples. */
    Fit fit() {
        return fit(new double[examples.size()], -1);
    }

    /**
     * Learns from all examples but those of one fold.
     *
     * @param start pulls to begin with; they change nothing but the time it takes
     */
    Fit fit(double[] start, int without) {
        Weights weights = none();
        double[] pulls = new double[start.length];
        for (int i = 0; i < pulls.length; i++) {
            Example example = examples.get(i);
            if (start[i] > 0 && example.fold() != without) {
                pulls[i] = start[i];
                weights.add(example.inputs(), sign(example) * strength * pulls[i]);
            }
        }
        double moved = STILL * pulls.length;
        for (int round = 0; round < MOST_ROUNDS && moved >= STILL * pulls.length; round++) {
            moved = 0;
            for (int i : shuffled(round)) {
                if (examples.get(i).fold() != without) {
                    moved += pull(i, weights, pulls);
                }
            }
        }
        return new Fit(weights, pulls);
    }

    /** A new order each round, for neighbours in the order are alike; the same on every machine. */
    private int[] shuffled(int round) {
        int[] order = IntStream.range(0, squares.length).toArray();
        Random random = new Random(round);
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        return order;
    }

    private double pull(int i, Weights weights, double[] pulls) {
        Example example = examples.get(i);
        double margin = sign(example) * weights.score(example.inputs());
        double pull = balance(margin - squares[i] * pulls[i], squares[i]);
        double change = pull - pulls[i];
        if (Math.abs(change) > SLIGHT) {
            weights.add(example.inputs(), sign(example) * strength * change);
            pulls[i] = pull;
        }
        return Math.abs(change);
    }

    /** The pull p at which p = 1 ∕ (1 + e^(margin + square · p)), by Newton's steps on its log-odds, kept in bounds. */
    private static double balance(double margin, double square) {
        double low = -margin - square;
        double high = -margin;
        double odds = Math.clamp(0, low, high);
        for (int step = 0; step < MOST_STEPS; step++) {
            double pull = 1 / (1 + Math.exp(-odds));
            double error = odds + margin + square * pull;
            if (error > 0) {
                high = odds;
            } else {
                low = odds;
            }
            double next = odds - error / (1 + square * pull * (1 - pull));
            next = next <= low || next >= high ? (low + high) / 2 : next;
            if (Math.abs(next - odds) < 1e-4) {
                break;
            }
            odds = next;
        }
        return 1 / (1 + Math.exp(-odds));
    }

    private static int sign(Example example) {
        return example.yes() ? 1 : -1;
    }
}
