package org.upturn.engine.discovery;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * How a group went over the waves (S1-24), and whether it is new (S3-23).
 *
 * @param counts members in each wave, waves in the order given, none left out
 */
public record Trend(SequencedMap<String, Integer> counts) {
    public Trend {
        counts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(counts));
    }

    /**
     * Counts a group's members.
     *
     * @param waves oldest first
     * @param waveOf the wave of each entry by its id; an entry without one, or with one not among the waves, is not counted
     */
    public static Trend of(Group group, List<String> waves, Map<String, String> waveOf) {
        SequencedMap<String, Integer> counts = new LinkedHashMap<>();
        waves.forEach(wave -> counts.put(wave, 0));
        for (String id : group.ids()) {
            counts.computeIfPresent(waveOf.getOrDefault(id, ""), (wave, count) -> count + 1);
        }
        return new Trend(counts);
    }

    /** Whether all its members came with the last wave, and some did; never so when there is one wave only. */
    public boolean isNew() {
        return counts.size() > 1
                && last() > 0
                && counts.values().stream().mapToInt(count -> count).sum() == last();
    }

    /** Members in the last wave more than in the one before; less than zero when it shrinks. */
    public int growth() {
        List<Integer> counted = List.copyOf(counts.values());
        return counted.size() < 2 ? 0 : last() - counted.get(counted.size() - 2);
    }

    private int last() {
        return counts.isEmpty() ? 0 : counts.lastEntry().getValue();
    }
}
