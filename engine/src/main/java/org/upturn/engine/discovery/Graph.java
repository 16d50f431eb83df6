package org.upturn.engine.discovery;

import java.util.Arrays;

/**
 * Who belongs together with whom, and how much; the same both ways. The edges of node {@code i} are those from
 * {@code first[i]} up to {@code first[i + 1]}.
 *
 * @param first place of each node's first edge, and one more for the end
 * @param to node at the other end of each edge, ascending within a node
 * @param weight greater than 0
 */
record Graph(int[] first, int[] to, double[] weight) {
    /** Neighbourhoods looked at: the closest five tell twins, the closest fifteen hold a group together. */
    private static final int[] REACHES = {5, 10, 15};

    static final int REACH = REACHES[REACHES.length - 1];

    int size() {
        return first.length - 1;
    }

    /**
     * Two nodes, one of which is a neighbour of the other, are tied by the share of neighbours they have in common
     * (Jaccard), summed over three reaches. A likeness alone means little where everything is alike; having the same
     * neighbours means much everywhere.
     *
     * @param neighbours of each node, the nearest first
     */
    static Graph of(int[][] neighbours) {
        int[][] linked = linked(neighbours);
        int[] first = new int[neighbours.length + 1];
        for (int i = 0; i < neighbours.length; i++) {
            first[i + 1] = first[i] + linked[i].length;
        }
        int[] to = new int[first[neighbours.length]];
        double[] weight = new double[to.length];
        int[] rank = new int[neighbours.length];
        Arrays.fill(rank, REACH + 1);
        for (int i = 0; i < neighbours.length; i++) {
            mark(rank, neighbours[i], i, false);
            for (int at = 0; at < linked[i].length; at++) {
                to[first[i] + at] = linked[i][at];
                weight[first[i] + at] = tie(neighbours, rank, i, linked[i][at]);
            }
            mark(rank, neighbours[i], i, true);
        }
        return new Graph(first, to, weight);
    }

    /** Neighbours of a node and those whose neighbour it is. */
    private static int[][] linked(int[][] neighbours) {
        int[] count = new int[neighbours.length];
        for (int[] row : neighbours) {
            for (int neighbour : row) {
                count[neighbour]++;
            }
        }
        int[][] linked = new int[neighbours.length][];
        for (int i = 0; i < neighbours.length; i++) {
            linked[i] = Arrays.copyOf(neighbours[i], neighbours[i].length + count[i]);
        }
        for (int i = 0; i < neighbours.length; i++) {
            for (int neighbour : neighbours[i]) {
                linked[neighbour][linked[neighbour].length - count[neighbour]--] = i;
            }
        }
        for (int i = 0; i < linked.length; i++) {
            linked[i] = Arrays.stream(linked[i]).sorted().distinct().toArray();
        }
        return linked;
    }

    /** Notes the rank of each neighbour, the node itself being 0. */
    private static void mark(int[] rank, int[] neighbours, int self, boolean away) {
        rank[self] = away ? REACH + 1 : 0;
        for (int i = 0; i < neighbours.length; i++) {
            rank[neighbours[i]] = away ? REACH + 1 : i + 1;
        }
    }

    private static double tie(int[][] neighbours, int[] rank, int self, int other) {
        int[] theirs = neighbours[other];
        double tie = 0;
        for (int reach : REACHES) {
            boolean close = rank[other] <= reach;
            int common = rank[other] <= reach ? 1 : 0;
            for (int i = 0; i < Math.min(reach, theirs.length); i++) {
                close |= theirs[i] == self;
                common += rank[theirs[i]] <= reach ? 1 : 0;
            }
            int mine = Math.min(reach, neighbours[self].length) + 1;
            int yours = Math.min(reach, theirs.length) + 1;
            tie += close ? common / (double) (mine + yours - common) : 0;
        }
        return tie;
    }
}
