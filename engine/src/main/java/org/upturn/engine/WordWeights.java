package org.upturn.engine;

import java.nio.ByteBuffer;
import org.upturn.engine.learning.Ngrams;

/** A weight for each bucket of words and pairs of words, kept in one byte each. */
final class WordWeights {
    private static final int LARGEST = 127;

    private final float step;
    private final byte[] weights;

    private WordWeights(float step, byte[] weights) {
        this.step = step;
        this.weights = weights;
    }

    static WordWeights of(double[] exact) {
        double most = 0;
        for (double weight : exact) {
            most = Math.max(most, Math.abs(weight));
        }
        float step = (float) Math.max(most, Float.MIN_NORMAL) / LARGEST;
        byte[] weights = new byte[Ngrams.BUCKETS];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (byte) Math.round(exact[i] / step);
        }
        return new WordWeights(step, weights);
    }

    /** As {@link #bytes()} wrote it. */
    static WordWeights read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        float step = in.getFloat();
        byte[] weights = new byte[Ngrams.BUCKETS];
        in.get(weights);
        return new WordWeights(step, weights);
    }

    /** The size of one step, then one byte for each bucket. */
    byte[] bytes() {
        return ByteBuffer.allocate(Float.BYTES + weights.length)
                .putFloat(step)
                .put(weights)
                .array();
    }

    double dot(Ngrams ngrams) {
        float sum = 0;
        for (int i = 0; i < ngrams.buckets().length; i++) {
            sum += weights[ngrams.buckets()[i]] * ngrams.values()[i];
        }
        return (double) sum * step;
    }
}
