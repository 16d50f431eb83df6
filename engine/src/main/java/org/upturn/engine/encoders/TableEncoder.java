package org.upturn.engine.encoders;

import java.nio.ByteBuffer;

/**
 * A vector for each piece wherever it stands, from a table; some hundred times faster than a model and blind to the words around
 * (the idea is Model2Vec's). Rare pieces have longer vectors, so that they count for more in a mean.
 */
public final class TableEncoder implements Encoder {
    private final int size;
    private final float[] scales;
    private final byte[] numbers;

    private TableEncoder(int size, float[] scales, byte[] numbers) {
        this.size = size;
        this.scales = scales;
        this.numbers = numbers;
    }

    /** Reads a table: number of pieces and of numbers for each, a factor for each piece, then the numbers, one byte each. */
    public static TableEncoder of(byte[] table) {
        ByteBuffer in = ByteBuffer.wrap(table);
        int pieces = in.getInt();
        int size = in.getInt();
        float[] scales = new float[pieces];
        for (int i = 0; i < pieces; i++) {
            scales[i] = in.getFloat();
        }
        byte[] numbers = new byte[pieces * size];
        in.get(numbers);
        return new TableEncoder(size, scales, numbers);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int window() {
        return Integer.MAX_VALUE;
    }

    @Override
    public float[] encode(int[] pieces) {
        float[] rows = new float[pieces.length * size];
        for (int piece = 0, at = 0; piece < pieces.length; piece++) {
            float scale = scales[pieces[piece]];
            int from = pieces[piece] * size;
            for (int i = 0; i < size; i++) {
                rows[at++] = numbers[from + i] * scale;
            }
        }
        return rows;
    }

    @Override
    public void close() {
        // Nothing is held but memory.
    }
}
