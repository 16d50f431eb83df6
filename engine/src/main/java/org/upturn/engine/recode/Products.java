package org.upturn.engine.recode;

import java.util.Arrays;

/**
 * Sums of products of bytes, of all clauses of a block with some themes. Plain loops over floats, which the compiler turns
 * into the widest steps that the machine has; the numbers are whole and stay below 2²⁴, so they are exact in any order.
 */
final class Products {
    /** Themes, and numbers of a direction, that are worked on at once; more would not fit the machine's registers. */
    static final int TILE = 4;

    private final float[] directions;
    private final int numbers;
    private final int themes;
    private float[][] rows = new float[TILE][0];
    private float[][] sums;

    Products(Aim[] aims) {
        themes = (aims.length + TILE - 1) / TILE * TILE;
        numbers = aims[0].direction().length;
        directions = new float[themes * numbers];
        for (int theme = 0; theme < aims.length; theme++) {
            for (int i = 0; i < numbers; i++) {
                directions[theme * numbers + i] = aims[theme].direction()[i];
            }
        }
        sums = new float[themes][0];
    }

    /** One row for each theme, one number for each clause; good until the next call. */
    float[][] of(Block block) {
        if (sums[0].length < block.size()) {
            sums = new float[themes][block.size()];
            rows = new float[TILE][block.size()];
        }
        for (float[] sum : sums) {
            Arrays.fill(sum, 0, block.size(), 0);
        }
        for (int i = 0; i < numbers; i += TILE) {
            for (int row = 0; row < TILE; row++) {
                widen(block.bytes(), (i + row) * block.size(), rows[row], block.size());
            }
            for (int theme = 0; theme < themes; theme += TILE) {
                add(rows, directions, theme * numbers + i, sums, theme, block.size(), numbers);
            }
        }
        return sums;
    }

    /** The same for a single theme, straight from the bytes. */
    float[] ofOne(Block block) {
        if (sums[0].length < block.size()) {
            sums = new float[themes][block.size()];
        }
        Arrays.fill(sums[0], 0, block.size(), 0);
        for (int i = 0; i < numbers; i += TILE) {
            addOne(block.bytes(), i * block.size(), directions, i, sums[0], block.size());
        }
        return sums[0];
    }

    private static void widen(byte[] bytes, int from, float[] row, int size) {
        for (int k = 0; k < size; k++) {
            row[k] = bytes[from + k];
        }
    }

    private static void add(float[][] rows, float[] d, int at, float[][] sums, int theme, int size, int numbers) {
        float[] row0 = rows[0];
        float[] row1 = rows[1];
        float[] row2 = rows[2];
        float[] row3 = rows[3];
        float[] sum0 = sums[theme];
        float[] sum1 = sums[theme + 1];
        float[] sum2 = sums[theme + 2];
        float[] sum3 = sums[theme + 3];
        int next = at + numbers;
        int third = next + numbers;
        int fourth = third + numbers;
        float a0 = d[at];
        float a1 = d[at + 1];
        float a2 = d[at + 2];
        float a3 = d[at + 3];
        float b0 = d[next];
        float b1 = d[next + 1];
        float b2 = d[next + 2];
        float b3 = d[next + 3];
        float c0 = d[third];
        float c1 = d[third + 1];
        float c2 = d[third + 2];
        float c3 = d[third + 3];
        float e0 = d[fourth];
        float e1 = d[fourth + 1];
        float e2 = d[fourth + 2];
        float e3 = d[fourth + 3];
        for (int k = 0; k < size; k++) {
            float x0 = row0[k];
            float x1 = row1[k];
            float x2 = row2[k];
            float x3 = row3[k];
            sum0[k] = Math.fma(a3, x3, Math.fma(a2, x2, Math.fma(a1, x1, Math.fma(a0, x0, sum0[k]))));
            sum1[k] = Math.fma(b3, x3, Math.fma(b2, x2, Math.fma(b1, x1, Math.fma(b0, x0, sum1[k]))));
            sum2[k] = Math.fma(c3, x3, Math.fma(c2, x2, Math.fma(c1, x1, Math.fma(c0, x0, sum2[k]))));
            sum3[k] = Math.fma(e3, x3, Math.fma(e2, x2, Math.fma(e1, x1, Math.fma(e0, x0, sum3[k]))));
        }
    }

    private static void addOne(byte[] bytes, int from, float[] d, int at, float[] sum, int size) {
        float a0 = d[at];
        float a1 = d[at + 1];
        float a2 = d[at + 2];
        float a3 = d[at + 3];
        int second = from + size;
        int third = second + size;
        int fourth = third + size;
        for (int k = 0; k < size; k++) {
            float low = Math.fma(a1, (float) bytes[second + k], Math.fma(a0, (float) bytes[from + k], sum[k]));
            sum[k] = Math.fma(a3, (float) bytes[fourth + k], Math.fma(a2, (float) bytes[third + k], low));
        }
    }
}
