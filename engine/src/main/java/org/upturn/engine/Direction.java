package org.upturn.engine;

import java.util.Arrays;

/**
 * A vector of length 1, kept in bytes to which its numbers are in proportion; the greatest of them is ±127. Vectors become
 * directions as soon as the model has made them, so nothing can depend on whether they were stored since. All zeros have
 * no direction.
 */
final class Direction {
    private static final int GREATEST = 127;

    private final byte[] bytes;
    private final double step;

    private Direction(byte[] bytes) {
        this.bytes = bytes;
        int square = product(bytes, bytes);
        this.step = square == 0 ? 0 : 1 / Math.sqrt(square);
    }

    /** The direction of a vector of any length. */
    static Direction of(float[] vector) {
        float greatest = 0;
        for (float number : vector) {
            greatest = Math.max(greatest, Math.abs(number));
        }
        byte[] bytes = new byte[vector.length];
        for (int i = 0; i < vector.length && greatest > 0; i++) {
            bytes[i] = (byte) Math.rint(vector[i] * (double) GREATEST / greatest);
        }
        return new Direction(bytes);
    }

    /** A direction as it was stored. */
    static Direction stored(byte[] bytes) {
        return new Direction(bytes.clone());
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** What one in a byte stands for. */
    double step() {
        return step;
    }

    int size() {
        return bytes.length;
    }

    double number(int i) {
        return step * bytes[i];
    }

    /** The vector of length 1. */
    float[] vector() {
        float[] vector = new float[bytes.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) number(i);
        }
        return vector;
    }

    /** The sum of the products of the bytes; times both steps it is the cosine. */
    int product(Direction other) {
        return product(bytes, other.bytes);
    }

    private static int product(byte[] a, byte[] b) {
        int sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Direction direction && Arrays.equals(bytes, direction.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
