package org.upturn.engine.discovery;

import java.util.ArrayList;
import java.util.List;

/**
 * Picks the remarks to quote for a group: near its centre, and unlike those picked before (maximal marginal relevance,
 * Carbonell and Goldstein 1998).
 */
final class Typical {
    private static final int MOST = 5;
    private static final double NEAR = 0.7;
    /** One or two words show little of what people mean; longer than this nobody reads to the end. */
    private static final int FEWEST_WORDS = 3;

    private static final int MOST_WORDS = 40;
    private static final double HARD_TO_QUOTE = 0.3;

    private Typical() {}

    /** Up to five of the members, the most typical first. */
    static List<Remark> of(List<Remark> members) {
        float[] centre = new float[members.getFirst().vector().length];
        members.forEach(member -> Directions.add(centre, member.vector(), 1));
        Directions.unit(centre);
        List<Remark> left = new ArrayList<>(members);
        List<Remark> picked = new ArrayList<>();
        while (picked.size() < MOST && !left.isEmpty()) {
            int best = 0;
            for (int i = 1; i < left.size(); i++) {
                if (worth(left.get(i), centre, picked) > worth(left.get(best), centre, picked)) {
                    best = i;
                }
            }
            picked.add(left.remove(best));
        }
        return picked;
    }

    private static double worth(Remark remark, float[] centre, List<Remark> picked) {
        double nearest = picked.stream()
                .mapToDouble(other -> Directions.dot(remark.vector(), other.vector()))
                .max()
                .orElse(0);
        int words = remark.words().size();
        double burden = words < FEWEST_WORDS || words > MOST_WORDS ? HARD_TO_QUOTE : 0;
        return NEAR * Directions.dot(remark.vector(), centre) - (1 - NEAR) * nearest - burden;
    }
}
