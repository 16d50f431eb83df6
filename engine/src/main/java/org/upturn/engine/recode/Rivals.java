package org.upturn.engine.recode;

/**
 * The two strongest themes of each clause of a block.
 *
 * @param first strength of the strongest
 * @param second strength of the next
 * @param leader which theme is the strongest
 */
record Rivals(double[] first, double[] second, short[] leader) {
    static Rivals of(double[][] strength, int size) {
        Rivals rivals = new Rivals(new double[size], new double[size], new short[size]);
        java.util.Arrays.fill(rivals.first, -9);
        java.util.Arrays.fill(rivals.second, -9);
        for (double[] theme : strength) {
            rank(theme, rivals.first, rivals.second, size);
        }
        for (int theme = 0; theme < strength.length; theme++) {
            rivals.name(strength[theme], (short) theme);
        }
        return rivals;
    }

    private static void rank(double[] strength, double[] first, double[] second, int size) {
        for (int k = 0; k < size; k++) {
            second[k] = Math.max(second[k], Math.min(first[k], strength[k]));
            first[k] = Math.max(first[k], strength[k]);
        }
    }

    private void name(double[] strength, short theme) {
        for (int k = 0; k < first.length; k++) {
            if (strength[k] == first[k]) {
                leader[k] = theme;
            }
        }
    }
}
