package org.upturn.engine.learning;

/**
 * The weights of one theme while they are fitted. Each input is scaled by how much its weight is expected to matter, so
 * that one strength of shrinking fits all; the scales are in RATIONALE.md.
 */
final class Weights {
    /** A vector's weights may grow this freely; vectors have length 1. */
    static final float VECTOR = 2.5f;
    /** The prior's own weight is 1 and leaves it slowly. */
    static final double PRIOR = 0.25;

    /** The constant's, where both answers were given often. */
    static final double CONSTANT = 2;

    final float[] whole;
    final float[] clause;
    final float[] ngrams = new float[Ngrams.BUCKETS];
    private final double constantScale;
    double prior;
    private double constant;

    /** @param balance {@link Head#balance} of the examples */
    Weights(int vectorSize, double balance) {
        whole = new float[vectorSize];
        clause = new float[vectorSize];
        constantScale = CONSTANT * Math.sqrt(balance);
    }

    /** What is added to the log-odds of every text. */
    double constant() {
        return constantScale * constant;
    }

    /** Log-odds of the theme, the prior's included. */
    double score(Inputs inputs) {
        double sum = inputs.prior() * (1 + PRIOR * prior) + constant();
        sum += VECTOR * (dot(whole, inputs.whole()) + dot(clause, inputs.clause()));
        int[] buckets = inputs.ngrams().buckets();
        float[] values = inputs.ngrams().values();
        float words = 0;
        for (int i = 0; i < buckets.length; i++) {
            words += ngrams[buckets[i]] * values[i];
        }
        return sum + words;
    }

    void add(Inputs inputs, double amount) {
        prior += amount * PRIOR * inputs.prior();
        constant += amount * constantScale;
        add(whole, inputs.whole(), (float) amount * VECTOR);
        add(clause, inputs.clause(), (float) amount * VECTOR);
        int[] buckets = inputs.ngrams().buckets();
        float[] values = inputs.ngrams().values();
        for (int i = 0; i < buckets.length; i++) {
            ngrams[buckets[i]] += (float) amount * values[i];
        }
    }

    /** Squared length of the scaled inputs. */
    double square(Inputs inputs) {
        double vectors = dot(inputs.whole(), inputs.whole()) + dot(inputs.clause(), inputs.clause());
        double prior = PRIOR * inputs.prior();
        double words = 0;
        for (float value : inputs.ngrams().values()) {
            words += value * value;
        }
        return VECTOR * VECTOR * vectors + prior * prior + constantScale * constantScale + words;
    }

    /** Four sums side by side, which a machine adds at once; always in the same order. */
    static double dot(float[] a, float[] b) {
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            first += a[i] * b[i];
            second += a[i + 1] * b[i + 1];
            third += a[i + 2] * b[i + 2];
            fourth += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            first += a[i] * b[i];
        }
        return (double) first + second + third + fourth;
    }

    private static void add(float[] sum, float[] vector, float amount) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += amount * vector[i];
        }
    }
}
