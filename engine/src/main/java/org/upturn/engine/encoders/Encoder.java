package org.upturn.engine.encoders;

/** Makes vectors of pieces. What comes out for some pieces depends on nothing but them. Thread-safe. */
public sealed interface Encoder extends AutoCloseable permits OnnxEncoder, TableEncoder {
    /** How many numbers a vector has. */
    int size();

    /** How many pieces are read together at most. */
    int window();

    /**
     * A vector for each piece.
     *
     * @param pieces numbers in the vocabulary, at most {@link #window}
     * @return as many rows of {@link #size} numbers, one after another
     */
    float[] encode(int[] pieces);

    @Override
    void close();
}
