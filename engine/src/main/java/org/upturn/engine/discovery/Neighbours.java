package org.upturn.engine.discovery;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Finds for each vector those most like it, exactly, by comparing all with all. The vectors compared with stand in blocks
 * turned on their side, so that one number of a query meets many of them at once: the compiler makes wide instructions of
 * that, and a block stays in the cache.
 */
final class Neighbours {
    private static final int BLOCK = 256;
    private static final int AT_ONCE = 4;
    /** Rows that one task takes through all blocks. */
    private static final int ROWS = 512;

    private final float[][] vectors;
    private final int size;
    private final int[][] nearest;
    private final float[][] likeness;

    private Neighbours(float[][] vectors, int most) {
        this.vectors = vectors;
        this.size = vectors.length == 0 ? 0 : vectors[0].length;
        this.nearest = new int[vectors.length][most];
        this.likeness = new float[vectors.length][most];
    }

    /**
     * The most alike first; of two just as alike the one that comes first. Runs on all cores.
     *
     * @param vectors of length 1, all with a number of dimensions that 4 divides
     * @param most how many to keep for each at most
     * @param least how alike a neighbour is at least
     */
    static int[][] of(float[][] vectors, int most, double least) {
        Neighbours neighbours = new Neighbours(vectors, Math.clamp(vectors.length - 1, 0, most));
        for (float[] row : neighbours.likeness) {
            Arrays.fill(row, (float) least);
        }
        for (int[] row : neighbours.nearest) {
            Arrays.fill(row, -1);
        }
        int tasks = (vectors.length + ROWS - 1) / ROWS;
        IntStream.range(0, tasks).parallel().forEach(task -> neighbours.find(task * ROWS));
        return Arrays.stream(neighbours.nearest).map(Neighbours::found).toArray(int[][]::new);
    }

    private static int[] found(int[] row) {
        return Arrays.stream(row).takeWhile(neighbour -> neighbour >= 0).toArray();
    }

    private void find(int first) {
        float[][] block = new float[size][BLOCK];
        float[] likenesses = new float[BLOCK];
        for (int from = 0; from < vectors.length; from += BLOCK) {
            int count = Math.min(BLOCK, vectors.length - from);
            turn(from, count, block);
            for (int row = first; row < Math.min(first + ROWS, vectors.length); row++) {
                compare(vectors[row], block, likenesses);
                for (int i = 0; i < count; i++) {
                    if (from + i != row) {
                        offer(row, from + i, likenesses[i]);
                    }
                }
            }
        }
    }

    private void turn(int from, int count, float[][] block) {
        for (int d = 0; d < size; d++) {
            for (int i = 0; i < count; i++) {
                block[d][i] = vectors[from + i][d];
            }
        }
    }

    private void compare(float[] row, float[][] block, float[] likenesses) {
        Arrays.fill(likenesses, 0);
        for (int d = 0; d < size; d += AT_ONCE) {
            add(row, d, block[d], block[d + 1], block[d + 2], block[d + 3], likenesses);
        }
    }

    // Four arrays of their own, in a method of their own: of one array with four offsets the compiler makes no wide
    // instructions, and it takes five times as long.
    private static void add(float[] row, int d, float[] a, float[] b, float[] c, float[] e, float[] likenesses) {
        float first = row[d];
        float second = row[d + 1];
        float third = row[d + 2];
        float fourth = row[d + 3];
        for (int i = 0; i < BLOCK; i++) {
            likenesses[i] += first * a[i] + second * b[i] + third * c[i] + fourth * e[i];
        }
    }

    private void offer(int row, int candidate, float like) {
        float[] kept = likeness[row];
        int last = kept.length - 1;
        if (like <= kept[last]) {
            return;
        }
        int place = last;
        while (place > 0 && like > kept[place - 1]) {
            kept[place] = kept[place - 1];
            nearest[row][place] = nearest[row][place - 1];
            place--;
        }
        kept[place] = like;
        nearest[row][place] = candidate;
    }
}
