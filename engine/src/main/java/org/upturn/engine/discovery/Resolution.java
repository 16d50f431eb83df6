package org.upturn.engine.discovery;

import java.util.Arrays;

/**
 * Chooses, without a label, how finely to divide: the resolution whose communities have the best mean silhouette
 * (Rousseeuw 1987), that is, whose members are most alike among themselves compared with the next community.
 */
final class Resolution {
    private static final double[] RESOLUTIONS = {1, 1.5, 2, 3, 4, 6, 8};
    /** Nodes looked at; more would not change the answer. */
    private static final int LOOKED_AT = 4_000;

    private Resolution() {}

    /** The community of each node at the best resolution. */
    static int[] best(Graph graph, float[][] vectors) {
        int[] best = Communities.of(graph, RESOLUTIONS[0]);
        double most = silhouette(best, vectors);
        for (int i = 1; i < RESOLUTIONS.length; i++) {
            int[] found = Communities.of(graph, RESOLUTIONS[i]);
            double silhouette = silhouette(found, vectors);
            if (silhouette > most) {
                most = silhouette;
                best = found;
            }
        }
        return best;
    }

    /** Mean of −1 … 1 over the nodes looked at; a node that is alone counts 0. */
    static double silhouette(int[] community, float[][] vectors) {
        int count = Arrays.stream(community).max().orElse(-1) + 1;
        int[][] members = Communities.members(community, count);
        float[][] sums = new float[count][];
        Arrays.setAll(sums, i -> Directions.sum(vectors, members[i]));
        int step = vectors.length / LOOKED_AT + 1;
        double total = 0;
        int looked = 0;
        for (int node = 0; node < vectors.length; node += step, looked++) {
            total += silhouette(vectors[node], community[node], members, sums);
        }
        return looked == 0 ? 0 : total / looked;
    }

    private static double silhouette(float[] vector, int own, int[][] members, float[][] sums) {
        if (members[own].length == 1) {
            return 0;
        }
        double within = 1 - (Directions.dot(vector, sums[own]) - 1) / (members[own].length - 1);
        double next = 2;
        for (int other = 0; other < sums.length; other++) {
            if (other != own) {
                next = Math.min(next, 1 - Directions.dot(vector, sums[other]) / members[other].length);
            }
        }
        double larger = Math.max(within, next);
        return larger <= 0 ? 0 : (next - within) / larger;
    }
}
