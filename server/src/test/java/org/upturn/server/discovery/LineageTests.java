package org.upturn.server.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When a group found anew is one that was there before. */
class LineageTests {
    private static final Instant SEEN = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID EARLIER = UUID.randomUUID();

    private final List<UUID> people =
            IntStream.range(0, 40).mapToObj(i -> UUID.randomUUID()).toList();
    private final Map<UUID, Instant> answeredAt = new HashMap<>();

    @Test
    void aGroupIsKnownAgainHoweverMuchItHasGrownSince() {
        before(0, 6);
        after(6, 40);

        assertThat(of(earlier(0, 6), people)).containsEntry(0, EARLIER);
    }

    @Test
    void aGroupThatWasMuchLargerAlreadyIsAnother() {
        before(0, 40);

        assertThat(of(earlier(0, 6), people)).isEmpty();
    }

    @Test
    void aSplinterIsNotTheGroup() {
        before(0, 10);

        assertThat(of(earlier(0, 10), people.subList(0, 4))).isEmpty();
        assertThat(of(earlier(0, 10), people.subList(0, 5))).containsEntry(0, EARLIER);
    }

    @Test
    void whoeverHasAThemeByNowIsNotMissed() {
        before(0, 3);

        assertThat(of(earlier(0, 12), people.subList(0, 3))).containsEntry(0, EARLIER);
    }

    @Test
    void onePersonInCommonIsChance() {
        before(0, 1);
        after(20, 24);

        assertThat(of(
                        earlier(0, 2),
                        List.of(people.get(0), people.get(20), people.get(21), people.get(22), people.get(23))))
                .isEmpty();
    }

    @Test
    void anEarlierGroupIsFoundOnceAndByItsBestLikeness() {
        before(0, 10);

        Map<Integer, UUID> known = new Lineage(List.of(earlier(0, 10)), answeredAt)
                .of(List.of(people.subList(5, 10), people.subList(0, 6)));

        assertThat(known).containsExactly(Map.entry(1, EARLIER));
    }

    private Map<Integer, UUID> of(Lineage.Ancestor ancestor, List<UUID> group) {
        return new Lineage(List.of(ancestor), answeredAt).of(List.of(group));
    }

    private Lineage.Ancestor earlier(int from, int to) {
        return new Lineage.Ancestor(EARLIER, Set.copyOf(people.subList(from, to)), SEEN);
    }

    private void before(int from, int to) {
        people.subList(from, to).forEach(one -> answeredAt.put(one, SEEN.minusSeconds(60)));
    }

    private void after(int from, int to) {
        people.subList(from, to).forEach(one -> answeredAt.put(one, SEEN.plusSeconds(60)));
    }
}
