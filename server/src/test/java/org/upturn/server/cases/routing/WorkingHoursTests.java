package org.upturn.server.cases.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WorkingHoursTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private final WorkingHours usual = WorkingHours.usual(BERLIN);

    @Test
    void fromFridayAfternoonToMondayMorningTwoHoursAreWorked() {
        assertThat(usual.between(berlin("2026-11-20T16:00"), berlin("2026-11-23T10:00")))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void theRecoveryWindowOfASaturdayEndsBeforeMondaysWork() {
        assertThat(usual.between(berlin("2026-11-21T08:00"), berlin("2026-11-23T08:00")))
                .isEqualTo(Duration.ZERO);
    }

    /** A shift over the hour that is skipped is an hour shorter, one over the hour that comes twice an hour longer. */
    @Test
    void anHourThatIsSkippedIsNotWorkedAndOneThatComesTwiceIsWorkedTwice() {
        var nights = new WorkingHours(
                java.util.Set.of(java.time.DayOfWeek.SUNDAY),
                java.time.LocalTime.MIDNIGHT,
                java.time.LocalTime.of(6, 0),
                BERLIN);

        assertThat(nights.between(berlin("2026-03-28T12:00"), berlin("2026-03-29T12:00")))
                .isEqualTo(Duration.ofHours(5));
        assertThat(nights.between(berlin("2026-10-24T12:00"), berlin("2026-10-25T12:00")))
                .isEqualTo(Duration.ofHours(7));
    }

    /** What is worked up to a moment and after it is what is worked in all, and never more than the wall shows. */
    @Test
    void workAddsUpWhereverItIsCut() {
        var random = new Random(11);
        Instant begin = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < 2_000; i++) {
            Instant from = begin.plusSeconds(random.nextInt(365 * 86_400));
            Instant cut = from.plusSeconds(random.nextInt(20 * 86_400));
            Instant to = cut.plusSeconds(random.nextInt(20 * 86_400));

            assertThat(usual.between(from, cut).plus(usual.between(cut, to))).isEqualTo(usual.between(from, to));
            assertThat(usual.between(from, to)).isLessThanOrEqualTo(Duration.between(from, to));
        }
    }

    private static Instant berlin(String time) {
        return ZonedDateTime.of(java.time.LocalDateTime.parse(time), BERLIN).toInstant();
    }
}
