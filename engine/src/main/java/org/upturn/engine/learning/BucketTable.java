package org.upturn.engine.learning;

/** Weights of those buckets that have one; a table as small as what was learned. */
final class BucketTable {
    private static final int EMPTY = -1;

    private final int[] keys;
    private final float[] weights;

    private BucketTable(int slots) {
        keys = new int[slots];
        weights = new float[slots];
        java.util.Arrays.fill(keys, EMPTY);
    }

    static BucketTable of(float[] all) {
        int used = 0;
        for (float weight : all) {
            used += weight != 0 ? 1 : 0;
        }
        BucketTable table = new BucketTable(Integer.highestOneBit(Math.max(1, used)) << 2);
        for (int bucket = 0; bucket < all.length; bucket++) {
            if (all[bucket] != 0) {
                int slot = table.slot(bucket);
                table.keys[slot] = bucket;
                table.weights[slot] = all[bucket];
            }
        }
        return table;
    }

    double dot(Ngrams ngrams) {
        float sum = 0;
        for (int i = 0; i < ngrams.buckets().length; i++) {
            int slot = slot(ngrams.buckets()[i]);
            sum += keys[slot] == EMPTY ? 0 : weights[slot] * ngrams.values()[i];
        }
        return sum;
    }

    /** Where the bucket stands, or would stand. */
    private int slot(int bucket) {
        int slot = bucket * 0x9E3779B1 >>> (Integer.numberOfLeadingZeros(keys.length) + 1);
        while (keys[slot] != EMPTY && keys[slot] != bucket) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }
}
