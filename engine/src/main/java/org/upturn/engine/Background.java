package org.upturn.engine;

import java.nio.ByteBuffer;

/**
 * Vectors of some hundred ordinary feedback clauses, against which a likeness is judged: what all feedback shares says
 * nothing, and a theme that resembles everything has to resemble a clause more. Made by {@code BackgroundTool} in the
 * tests; where they come from is in RATIONALE.md.
 */
final class Background {
    private final float[] mean;
    private final float[][] centred;

    Background(float[][] vectors) {
        mean = new float[vectors[0].length];
        for (float[] vector : vectors) {
            Vectors.add(mean, vector);
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= vectors.length;
        }
        centred = new float[vectors.length][];
        for (int i = 0; i < vectors.length; i++) {
            centred[i] = centre(vectors[i]);
        }
    }

    /** Reads what the tool wrote: numbers of 16 bits, {@code size} of them for each clause. */
    static Background of(byte[] file, int size) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        float[][] vectors = new float[file.length / 2 / size][size];
        for (float[] vector : vectors) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] = Float.float16ToFloat(bytes.getShort());
            }
        }
        return new Background(vectors);
    }

    /** Reads the clauses themselves. */
    static Background read(MeaningReader meanings) {
        return new Background(Resources.lines("background-phrases.txt").stream()
                .map(phrase -> meanings.read(phrase).whole())
                .toArray(float[][]::new));
    }

    /** The vector without what all feedback shares, length 1. */
    float[] centre(float[] vector) {
        return Vectors.unit(Vectors.minus(vector, mean));
    }

    /** How like the direction ordinary feedback is. */
    Spread spread(float[] direction) {
        double sum = 0;
        double squares = 0;
        for (float[] vector : centred) {
            double likeness = Vectors.dot(vector, direction);
            sum += likeness;
            squares += likeness * likeness;
        }
        double average = sum / centred.length;
        return new Spread(average, Math.sqrt(Math.max(1e-6, squares / centred.length - average * average)));
    }

    /** Mean and standard deviation of likenesses. */
    record Spread(double mean, double deviation) {
        double standard(double likeness) {
            return (likeness - mean) / deviation;
        }
    }
}
