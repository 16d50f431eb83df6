package org.upturn.server.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upturn.server.surveys.Occasion;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.WaveId;

/** Names of waves below a drawing never lie on each other, and the latest is always there. */
class WaveAxisTests {
    @ParameterizedTest
    @CsvSource({"1, Q4", "4, 2026 Q4", "6, Customers 2026-11-23", "24, A very long name of one wave indeed", "120, W"})
    void namesDoNotRunIntoEachOther(int waves, String name) {
        List<WaveAxis.Label> labels = new WaveAxis(waves(waves, name)).labels();

        assertThat(labels).isNotEmpty();
        assertThat(labels.getFirst().onPhones()).isTrue();
        assertApart(labels, 8);
        assertApart(labels.stream().filter(WaveAxis.Label::onPhones).toList(), 13);
    }

    private static void assertApart(List<WaveAxis.Label> labels, double letter) {
        for (int i = 0; i < labels.size(); i++) {
            WaveAxis.Label one = labels.get(i);
            double half = one.name().length() * letter / 2;
            assertThat(one.x() - half).isGreaterThanOrEqualTo(0);
            assertThat(one.x() + half).isLessThanOrEqualTo(WaveAxis.WIDTH);
            if (i > 0) {
                assertThat(one.x() + half)
                        .isLessThan(
                                labels.get(i - 1).x() - labels.get(i - 1).name().length() * letter / 2);
            }
        }
    }

    private static List<Wave> waves(int count, String name) {
        Instant first = Instant.parse("2026-01-01T00:00:00Z");
        return IntStream.range(0, count)
                .mapToObj(i -> new Wave(
                        WaveId.next(),
                        ProgramId.next(),
                        UUID.randomUUID(),
                        name,
                        first.plus(Duration.ofDays(i * 30L)),
                        first.plus(Duration.ofDays(i * 30L + 14)),
                        Occasion.NONE,
                        false))
                .toList();
    }
}
