package org.upturn.engine;

/** Sums over vectors of floats, always in the same order so that results repeat to the last bit. */
final class Vectors {
    private Vectors() {}

    /** Of vectors whose size is a multiple of eight; eight sums at a time keep the processor busy. */
    static double dot(float[] a, float[] b) {
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        float fifth = 0;
        float sixth = 0;
        float seventh = 0;
        float eighth = 0;
        for (int i = 0; i < a.length; i += 8) {
            first += a[i] * b[i];
            second += a[i + 1] * b[i + 1];
            third += a[i + 2] * b[i + 2];
            fourth += a[i + 3] * b[i + 3];
            fifth += a[i + 4] * b[i + 4];
            sixth += a[i + 5] * b[i + 5];
            seventh += a[i + 6] * b[i + 6];
            eighth += a[i + 7] * b[i + 7];
        }
        return ((double) first + second + third + fourth) + ((double) fifth + sixth + seventh + eighth);
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
