package org.upturn.server.invitations.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The days of schedules, over changes of clocks, leap years and pauses. */
class CalendarTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalTime NINE = LocalTime.of(9, 0);

    @Test
    void nineInTheMorningStaysNineOverTheChangeOfClocks() {
        var weekly = new Rhythm.Every(7, LocalDate.of(2026, 10, 19), NINE);

        Instant first = Calendar.next(weekly, at("2026-10-18T12:00"), BERLIN);
        Instant second = Calendar.next(weekly, first, BERLIN);

        assertThat(first).isEqualTo(Instant.parse("2026-10-19T07:00:00Z"));
        assertThat(second).isEqualTo(Instant.parse("2026-10-26T08:00:00Z"));
    }

    @Test
    void theNextTimeIsAlwaysLaterAndOnADayOfTheRhythm() {
        var rhythm = new Rhythm.Every(10, LocalDate.of(2026, 1, 1), LocalTime.of(2, 30));
        Instant time = at("2025-12-01T00:00");
        for (int i = 0; i < 60; i++) {
            Instant next = Calendar.next(rhythm, time, BERLIN);
            assertThat(next).isAfter(time);
            long days = rhythm.from().until(next.atZone(BERLIN).toLocalDate(), java.time.temporal.ChronoUnit.DAYS);
            assertThat(days % 10).isZero();
            time = next.plusSeconds(i * 977L);
        }
    }

    @Test
    void aProgramThatWasOffForDaysAsksAboutTheDaysItMissedButNotLongerThanAMonth() {
        assertThat(Calendar.missed(at("2026-11-20T09:00"), at("2026-11-22T10:00"), BERLIN))
                .containsExactly(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 22));
        assertThat(Calendar.missed(at("2026-01-01T09:00"), at("2026-11-22T10:00"), BERLIN))
                .hasSize(31);
    }

    @Test
    void whoeverHasALeapDayIsThoughtOfOnTheLastOfFebruary() {
        assertThat(Calendar.monthDays(List.of(LocalDate.of(2027, 2, 28)))).containsExactly("02-28", "02-29");
        assertThat(Calendar.monthDays(List.of(LocalDate.of(2028, 2, 28)))).containsExactly("02-28");
    }

    @Test
    void aWaveOfAMonthStaysOpenForThoseWhoAreAskedOnItsLastDay() {
        assertThat(Calendar.monthEnd(YearMonth.of(2026, 12), 14, BERLIN))
                .isEqualTo(ZonedDateTime.of(2027, 1, 15, 0, 0, 0, 0, BERLIN).toInstant());
    }

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
