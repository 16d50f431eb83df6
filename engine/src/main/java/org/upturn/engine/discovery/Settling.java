package org.upturn.engine.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes groups of communities: what is not like the rest of its community leaves it, communities of too few entries
 * dissolve, and who is left joins the group that it is as like as most of that group's own; whoever is like none stays out.
 */
final class Settling {
    /** Cosine with the centre of the others; below this there is no more likeness than between any two remarks. */
    private static final double UNLIKE = 0.25;

    private final List<Remark> remarks;
    private final float[][] vectors;
    private final int min;

    Settling(List<Remark> remarks, float[][] vectors, int min) {
        this.remarks = remarks;
        this.vectors = vectors;
        this.min = min;
    }

    /** A group being settled: its first members, and who joined. */
    private record Core(int[] members, float[] centre, double usual) {}

    /** The members of each group, ascending. */
    List<int[]> groups(int[] community) {
        int count = Arrays.stream(community).max().orElse(-1) + 1;
        List<Core> cores = new ArrayList<>();
        boolean[] settled = new boolean[vectors.length];
        for (int[] members : Communities.members(community, count)) {
            int[] alike = alike(members);
            if (entries(alike) >= min) {
                cores.add(core(alike));
                Arrays.stream(alike).forEach(member -> settled[member] = true);
            }
        }
        List<List<Integer>> joined = joined(cores, settled);
        List<int[]> groups = new ArrayList<>();
        for (int i = 0; i < cores.size(); i++) {
            groups.add(java.util.stream.IntStream.concat(
                            Arrays.stream(cores.get(i).members),
                            joined.get(i).stream().mapToInt(Integer::intValue))
                    .sorted()
                    .toArray());
        }
        return groups;
    }

    private List<List<Integer>> joined(List<Core> cores, boolean[] settled) {
        List<List<Integer>> joined = new ArrayList<>();
        cores.forEach(core -> joined.add(new ArrayList<>()));
        for (int node = 0; node < vectors.length; node++) {
            int best = -1;
            double most = UNLIKE;
            for (int i = 0; !settled[node] && i < cores.size(); i++) {
                double likeness = Directions.dot(vectors[node], cores.get(i).centre);
                if (likeness > most) {
                    most = likeness;
                    best = i;
                }
            }
            if (best >= 0 && most >= cores.get(best).usual) {
                joined.get(best).add(node);
            }
        }
        return joined;
    }

    private int[] alike(int[] members) {
        if (members.length == 1) {
            return members;
        }
        float[] sum = Directions.sum(vectors, members);
        return Arrays.stream(members)
                .filter(member -> likenessToOthers(vectors[member], sum) >= UNLIKE)
                .toArray();
    }

    private static double likenessToOthers(float[] vector, float[] sum) {
        float[] others = sum.clone();
        Directions.add(others, vector, -1);
        return Directions.dot(vector, Directions.unit(others));
    }

    /** The usual likeness is that which three quarters of the members have. */
    private Core core(int[] members) {
        float[] centre = Directions.unit(Directions.sum(vectors, members));
        double[] likenesses = Arrays.stream(members)
                .mapToDouble(member -> Directions.dot(vectors[member], centre))
                .sorted()
                .toArray();
        return new Core(members, centre, likenesses[likenesses.length / 4]);
    }

    private long entries(int[] members) {
        return Arrays.stream(members)
                .boxed()
                .flatMap(member -> remarks.get(member).places().stream())
                .mapToInt(Remark.Place::entry)
                .distinct()
                .count();
    }
}
