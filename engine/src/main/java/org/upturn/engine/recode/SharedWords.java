package org.upturn.engine.recode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which stems of a history's vocabulary say something for which themes. */
final class SharedWords {
    private static final int NOBODY = -1;

    private final int[] place;
    private final List<int[]> themes = new ArrayList<>();
    private final List<double[]> weights = new ArrayList<>();
    private final List<byte[]> named = new ArrayList<>();

    SharedWords(Map<String, Integer> vocabulary, Aim[] aims) {
        place = new int[vocabulary.size()];
        java.util.Arrays.fill(place, NOBODY);
        java.util.Set<String> stems = new java.util.HashSet<>();
        for (Aim aim : aims) {
            stems.addAll(aim.weights().keySet());
            stems.addAll(aim.nameStems());
        }
        for (String stem : stems) {
            Integer number = vocabulary.get(stem);
            if (number != null) {
                place[number] = themes.size();
                add(stem, aims);
            }
        }
    }

    private void add(String stem, Aim[] aims) {
        int[] with = java.util.stream.IntStream.range(0, aims.length)
                .filter(theme -> aims[theme].weights().containsKey(stem)
                        || aims[theme].nameStems().contains(stem))
                .toArray();
        double[] weighs = new double[with.length];
        byte[] names = new byte[with.length];
        for (int i = 0; i < with.length; i++) {
            weighs[i] = aims[with[i]].weights().getOrDefault(stem, 0.0);
            names[i] = (byte) (aims[with[i]].nameStems().contains(stem) ? 1 : 0);
        }
        themes.add(with);
        weights.add(weighs);
        named.add(names);
    }

    /** Adds up, for each theme and clause, weights and stems of the name, in the order of the words. */
    void count(Block block, double[][] sums, byte[][] names) {
        int[] stems = block.stems();
        for (int clause = 0; clause < block.size(); clause++) {
            for (int i = block.firstStem()[clause]; i < block.firstStem()[clause + 1]; i++) {
                int at = place[stems[i]];
                if (at != NOBODY) {
                    add(at, clause, sums, names);
                }
            }
        }
    }

    private void add(int at, int clause, double[][] sums, byte[][] names) {
        int[] with = themes.get(at);
        for (int i = 0; i < with.length; i++) {
            sums[with[i]][clause] += weights.get(at)[i];
            names[with[i]][clause] += named.get(at)[i];
        }
    }
}
