package org.upturn.server.discovery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Knows groups again. A new group is an earlier one when they share at least half of those people who could be in both:
 * of the new one's people who had answered when the earlier one was seen, and of the earlier one's people who are still
 * without a theme. So a group is known again however much it has grown since.
 */
final class Lineage {
    /** One person in common is chance. */
    private static final int FEWEST_IN_COMMON = 2;

    private final Collection<Ancestor> ancestors;
    private final Map<UUID, Instant> answeredAt;

    /** @param answeredAt when each response came that is on the board now */
    Lineage(Collection<Ancestor> ancestors, Map<UUID, Instant> answeredAt) {
        this.ancestors = ancestors;
        this.answeredAt = answeredAt;
    }

    /** A group that was there before. */
    record Ancestor(UUID id, Set<UUID> responses, Instant seenAt) {}

    private record Match(int group, UUID ancestor, int common) {}

    /** The earlier group of each new one that is known again, by its place; each earlier one is found once. */
    Map<Integer, UUID> of(List<List<UUID>> groups) {
        var matches = new ArrayList<Match>();
        for (int i = 0; i < groups.size(); i++) {
            for (Ancestor ancestor : ancestors) {
                int common = common(groups.get(i), ancestor);
                if (common > 0) {
                    matches.add(new Match(i, ancestor.id, common));
                }
            }
        }
        matches.sort(Comparator.comparingInt(Match::common)
                .reversed()
                .thenComparingInt(Match::group)
                .thenComparing(Match::ancestor));
        var known = new HashMap<Integer, UUID>();
        var taken = new HashSet<UUID>();
        for (Match match : matches) {
            if (!known.containsKey(match.group) && taken.add(match.ancestor)) {
                known.put(match.group, match.ancestor);
            }
        }
        return known;
    }

    /** How many they have in common; 0 when they are not the same group. */
    private int common(List<UUID> group, Ancestor ancestor) {
        int common = 0;
        int couldBe = 0;
        for (UUID response : group) {
            boolean was = ancestor.responses.contains(response);
            common += was ? 1 : 0;
            couldBe += was || !answeredAt.get(response).isAfter(ancestor.seenAt) ? 1 : 0;
        }
        long present =
                ancestor.responses.stream().filter(answeredAt::containsKey).count();
        boolean same = common >= FEWEST_IN_COMMON && 2 * common >= couldBe && 2L * common >= present;
        return same ? common : 0;
    }
}
