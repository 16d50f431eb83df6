package org.upturn.engine.encoders;

import java.util.Arrays;

/** Words by their letters, so that all words that begin at a place are found in one walk. Filled first, then only read. */
final class Trie {
    static final int ROOT = 0;
    static final int NONE = -1;

    /** Where each step leads: (node, letter) packed and raised by one, 0 where there is none. */
    private long[] steps = new long[1 << 10];

    private int[] targets = new int[1 << 10];
    private int[] values = new int[1 << 8];
    private int nodes = 1;

    Trie() {
        Arrays.fill(values, NONE);
    }

    /** @param value 0 or more */
    void put(String word, int value) {
        int node = ROOT;
        for (int i = 0; i < word.length(); i++) {
            int next = step(node, word.charAt(i));
            node = next == NONE ? add(node, word.charAt(i)) : next;
        }
        values[node] = value;
    }

    /** The node that a letter leads to, or {@link #NONE}. */
    int step(int node, char letter) {
        long wanted = packed(node, letter);
        for (int slot = slot(wanted); steps[slot] != 0; slot = slot + 1 & steps.length - 1) {
            if (steps[slot] == wanted) {
                return targets[slot];
            }
        }
        return NONE;
    }

    /** The value of the word that ends here, or {@link #NONE}. */
    int value(int node) {
        return values[node];
    }

    private int add(int node, char letter) {
        if (2 * nodes >= steps.length) {
            grow();
        }
        if (nodes == values.length) {
            values = Arrays.copyOf(values, 2 * nodes);
            Arrays.fill(values, nodes, values.length, NONE);
        }
        set(packed(node, letter), nodes);
        return nodes++;
    }

    private void set(long step, int target) {
        int slot = slot(step);
        while (steps[slot] != 0) {
            slot = slot + 1 & steps.length - 1;
        }
        steps[slot] = step;
        targets[slot] = target;
    }

    private void grow() {
        long[] before = steps;
        int[] led = targets;
        steps = new long[2 * before.length];
        targets = new int[steps.length];
        for (int i = 0; i < before.length; i++) {
            if (before[i] != 0) {
                set(before[i], led[i]);
            }
        }
    }

    private static long packed(int node, char letter) {
        return ((long) node << Character.SIZE | letter) + 1;
    }

    private int slot(long step) {
        return (int) (step * 0x9E3779B97F4A7C15L >>> 32) & steps.length - 1;
    }
}
