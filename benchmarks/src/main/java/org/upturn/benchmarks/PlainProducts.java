package org.upturn.benchmarks;

/** What recoding would be without layout: the products of each clause with each theme, one byte after another. */
final class PlainProducts {
    static final int NUMBERS = 384;

    private PlainProducts() {}

    static long sum(byte[] clauses, byte[] themes) {
        long sum = 0;
        for (int clause = 0; clause < clauses.length; clause += NUMBERS) {
            for (int theme = 0; theme < themes.length; theme += NUMBERS) {
                sum += product(clauses, clause, themes, theme);
            }
        }
        return sum;
    }

    private static int product(byte[] a, int from, byte[] b, int at) {
        int sum = 0;
        for (int i = 0; i < NUMBERS; i++) {
            sum += a[from + i] * b[at + i];
        }
        return sum;
    }
}
