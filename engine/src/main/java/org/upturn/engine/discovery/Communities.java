package org.upturn.engine.discovery;

import java.util.Arrays;

/**
 * Louvain's method (Blondel et al. 2008) for modularity with a resolution (Reichardt and Bornholdt 2006): nodes move to
 * the neighbouring community that gains most until none wants to, communities become the nodes of a smaller graph, and so
 * on; after each return to the larger graph its nodes may move once more. Nodes are taken in their order and ties go to
 * the community met first, so a graph has one answer.
 */
final class Communities {
    private static final int MOST_ROUNDS = 50;
    private static final int MOST_LEVELS = 20;
    /** A gain below this is noise of the arithmetic. */
    private static final double LEAST_GAIN = 1e-12;

    private final Graph graph;
    private final double[] strength;
    private final double total;
    private final double resolution;
    private final int[] community;

    private Communities(Graph graph, double[] strength, double total, double resolution) {
        this.graph = graph;
        this.strength = strength;
        this.total = total;
        this.resolution = resolution;
        this.community = new int[graph.size()];
        Arrays.setAll(community, node -> node);
    }

    /**
     * The community of each node, from 0 in order of their first nodes. A node without edges is alone.
     *
     * @param resolution 1 is plain modularity; more gives more and smaller communities
     */
    static int[] of(Graph graph, double resolution) {
        double[] strength = new double[graph.size()];
        double total = 0;
        for (int node = 0; node < graph.size(); node++) {
            for (int edge = graph.first()[node]; edge < graph.first()[node + 1]; edge++) {
                strength[node] += graph.weight()[edge];
            }
            total += strength[node];
        }
        return new Communities(graph, strength, total, resolution).find(0);
    }

    private int[] find(int level) {
        boolean moved = total > 0 && moveAll();
        int count = renumber(community);
        if (moved && count < graph.size() && level < MOST_LEVELS) {
            int[] above = new Communities(merged(count), mergedStrength(count), total, resolution).find(level + 1);
            Arrays.setAll(community, node -> above[community[node]]);
            moveAll();
            renumber(community);
        }
        return community;
    }

    private boolean moveAll() {
        double[] strengthOf = new double[graph.size()];
        for (int node = 0; node < graph.size(); node++) {
            strengthOf[community[node]] += strength[node];
        }
        double[] ties = new double[graph.size()];
        boolean moved = false;
        boolean again = true;
        for (int round = 0; again && round < MOST_ROUNDS; round++) {
            again = false;
            for (int node = 0; node < graph.size(); node++) {
                again |= move(node, strengthOf, ties);
            }
            moved |= again;
        }
        return moved;
    }

    private boolean move(int node, double[] strengthOf, double[] ties) {
        int from = graph.first()[node];
        int to = graph.first()[node + 1];
        for (int edge = from; edge < to; edge++) {
            if (graph.to()[edge] != node) {
                ties[community[graph.to()[edge]]] += graph.weight()[edge];
            }
        }
        int old = community[node];
        strengthOf[old] -= strength[node];
        int best = old;
        double most = gain(node, old, strengthOf, ties) + LEAST_GAIN;
        for (int edge = from; edge < to; edge++) {
            int candidate = community[graph.to()[edge]];
            double gain = gain(node, candidate, strengthOf, ties);
            if (gain > most) {
                most = gain + LEAST_GAIN;
                best = candidate;
            }
        }
        for (int edge = from; edge < to; edge++) {
            ties[community[graph.to()[edge]]] = 0;
        }
        strengthOf[best] += strength[node];
        community[node] = best;
        return best != old;
    }

    private double gain(int node, int candidate, double[] strengthOf, double[] ties) {
        return ties[candidate] - resolution * strength[node] * strengthOf[candidate] / total;
    }

    private double[] mergedStrength(int count) {
        double[] merged = new double[count];
        for (int node = 0; node < graph.size(); node++) {
            merged[community[node]] += strength[node];
        }
        return merged;
    }

    /** The graph whose nodes are the communities; ties within one are left out, for they bind whatever happens. */
    private Graph merged(int count) {
        int[][] members = members(community, count);
        int[] first = new int[count + 1];
        int[] to = new int[graph.to().length];
        double[] weight = new double[to.length];
        double[] ties = new double[count];
        int end = 0;
        for (int i = 0; i < count; i++) {
            int begin = end;
            for (int node : members[i]) {
                for (int edge = graph.first()[node]; edge < graph.first()[node + 1]; edge++) {
                    int other = community[graph.to()[edge]];
                    if (other != i && ties[other] == 0) {
                        to[end++] = other;
                    }
                    ties[other] += other == i ? 0 : graph.weight()[edge];
                }
            }
            Arrays.sort(to, begin, end);
            for (int edge = begin; edge < end; edge++) {
                weight[edge] = ties[to[edge]];
                ties[to[edge]] = 0;
            }
            first[i + 1] = end;
        }
        return new Graph(first, Arrays.copyOf(to, end), Arrays.copyOf(weight, end));
    }

    /** The members of each community, ascending. */
    static int[][] members(int[] community, int count) {
        int[] sizes = new int[count];
        for (int one : community) {
            sizes[one]++;
        }
        int[][] members = new int[count][];
        Arrays.setAll(members, i -> new int[sizes[i]]);
        for (int node = community.length - 1; node >= 0; node--) {
            members[community[node]][--sizes[community[node]]] = node;
        }
        return members;
    }

    private static int renumber(int[] community) {
        int[] number = new int[community.length];
        Arrays.fill(number, -1);
        int count = 0;
        for (int node = 0; node < community.length; node++) {
            if (number[community[node]] < 0) {
                number[community[node]] = count++;
            }
            community[node] = number[community[node]];
        }
        return count;
    }
}
