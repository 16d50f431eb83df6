package org.upturn.engine.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommunitiesTests {
    @Test
    void separatesCirclesOfFriendsThatHardlyKnowEachOther() {
        // Ten circles of six; all within a circle are neighbours, and one of each knows one of the next.
        int[][] neighbours = new int[60][];
        Arrays.setAll(neighbours, node -> {
            int circle = node / 6 * 6;
            IntStream friends = IntStream.range(circle, circle + 6).filter(other -> other != node);
            return (node == circle ? IntStream.concat(friends, IntStream.of((node + 6) % 60)) : friends).toArray();
        });
        int[] found = Communities.of(Graph.of(neighbours), 1);
        assertThat(found).isEqualTo(IntStream.range(0, 60).map(node -> node / 6).toArray());
    }

    @Test
    void aNodeWithoutTiesStaysAlone() {
        assertThat(Communities.of(Graph.of(new int[][] {{1}, {0}, {}}), 1)).containsExactly(0, 0, 1);
        assertThat(Communities.of(Graph.of(new int[][] {{}, {}}), 1)).containsExactly(0, 1);
        assertThat(Communities.of(Graph.of(new int[0][]), 1)).isEmpty();
    }

    @Test
    void tiesAreTheSameBothWays() {
        Graph graph = Graph.of(new int[][] {{1, 2}, {2}, {0, 3}, {0}});
        for (int node = 0; node < graph.size(); node++) {
            for (int edge = graph.first()[node]; edge < graph.first()[node + 1]; edge++) {
                int other = graph.to()[edge];
                int back = Arrays.binarySearch(graph.to(), graph.first()[other], graph.first()[other + 1], node);
                assertThat(graph.weight()[back]).isEqualTo(graph.weight()[edge]).isPositive();
            }
        }
    }
}
