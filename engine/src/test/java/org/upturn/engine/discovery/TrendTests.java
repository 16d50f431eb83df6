package org.upturn.engine.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrendTests {
    private static final Group GROUP = new Group(1, "late", List.of("late"), List.of("a", "b", "c", "d"), List.of());

    @Test
    void countsMembersByWaveAndSaysHowMuchTheGroupGrew() {
        Trend trend = Trend.of(GROUP, List.of("Q1", "Q2", "Q3"), Map.of("a", "Q1", "b", "Q3", "c", "Q3", "x", "Q2"));
        assertThat(trend.counts()).containsExactly(Map.entry("Q1", 1), Map.entry("Q2", 0), Map.entry("Q3", 2));
        assertThat(trend.growth()).isEqualTo(2);
        assertThat(trend.isNew()).isFalse();
    }

    @Test
    void aGroupIsNewWhenNobodySaidItBeforeTheLastWave() {
        assertThat(Trend.of(GROUP, List.of("Q1", "Q2"), Map.of("a", "Q2", "b", "Q2"))
                        .isNew())
                .isTrue();
        assertThat(Trend.of(GROUP, List.of("Q1", "Q2"), Map.of("a", "Q1", "b", "Q2"))
                        .isNew())
                .isFalse();
        assertThat(Trend.of(GROUP, List.of("Q1"), Map.of("a", "Q1")).isNew()).isFalse();
        assertThat(Trend.of(GROUP, List.of("Q1", "Q2"), Map.of()).isNew()).isFalse();
        assertThat(Trend.of(GROUP, List.of(), Map.of("a", "Q1")).isNew()).isFalse();
    }
}
