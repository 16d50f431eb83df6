package org.upturn.engine;

/** Sums over vectors of floats, always in the same order so that results repeat to the last bit. */
final class Vectors {
    private Vectors() {}

    static double dot(float[] a, float[] b) {
        float even = 0;
        float odd = 0;
        for (int i = 0; i < a.length; i += 2) {
            even += a[i] * b[i];
            odd += a[i + 1] * b[i + 1];
        }
        return (double) even + odd;
    }

    /** Scales the vector in place to length 1; a zero vector stays zero. */
    static float[] unit(float[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        if (length > 0) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) (vector[i] / length);
            }
        }
        return vector;
    }

    static float[] minus(float[] a, float[] b) {
        float[] difference = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    static void add(float[] sum, float[] vector) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += vector[i];
        }
    }
}
