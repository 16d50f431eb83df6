package org.upturn.engine.discovery;

/** Sums and likenesses of vectors, always in the same order so that results repeat to the last bit. */
final class Directions {
    private Directions() {}

    static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static void add(float[] sum, float[] vector, double times) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += (float) (times * vector[i]);
        }
    }

    /** Scales the vector in place to length 1; a zero vector stays zero. */
    static float[] unit(float[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        for (int i = 0; i < vector.length && length > 0; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return vector;
    }

    /** The sum of the vectors named. */
    static float[] sum(float[][] vectors, int[] which) {
        float[] sum = new float[vectors.length == 0 ? 0 : vectors[0].length];
        for (int one : which) {
            add(sum, vectors[one], 1);
        }
        return sum;
    }

    /**
     * Takes off each vector, in place, what all of them share. Of a few vectors less is taken, for what two of them share
     * may be what they are about.
     */
    static void centre(float[][] vectors, double few) {
        float[] mean = new float[vectors.length == 0 ? 0 : vectors[0].length];
        for (float[] vector : vectors) {
            add(mean, vector, 1 / (vectors.length + few));
        }
        for (float[] vector : vectors) {
            add(vector, mean, -1);
            unit(vector);
        }
    }
}
