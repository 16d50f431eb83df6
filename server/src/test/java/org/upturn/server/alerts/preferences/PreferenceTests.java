package org.upturn.server.alerts.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a mail comes: by pace, outside of quiet hours, over the days on which clocks are turned. Vienna: +1, in summer +2. */
class PreferenceTests {
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

    private static Preference with(
            Pace pace, int digest, @Nullable Integer from, @Nullable Integer until, boolean breaks) {
        return new Preference(pace, digest, from, until, VIENNA, Locale.ENGLISH, breaks);
    }

    private static Instant rest(Preference wish, String now) {
        return wish.next(Instant.parse(now), false, false);
    }

    private static Instant urgent(Preference wish, String now) {
        return wish.next(Instant.parse(now), true, true);
    }

    private static final Preference NIGHTS = with(Pace.AT_ONCE, 540, 22 * 60, 7 * 60, false);

    @Test
    void atOnceHourlyAndDaily() {
        assertThat(rest(with(Pace.AT_ONCE, 540, null, null, false), "2026-01-12T10:20:00Z"))
                .isEqualTo("2026-01-12T10:20:00Z");
        assertThat(rest(with(Pace.HOURLY, 540, null, null, false), "2026-01-12T10:20:00Z"))
                .isEqualTo("2026-01-12T11:00:00Z");
        assertThat(rest(with(Pace.DAILY, 540, null, null, false), "2026-01-12T07:59:00Z"))
                .isEqualTo("2026-01-12T08:00:00Z");
        assertThat(rest(with(Pace.DAILY, 540, null, null, false), "2026-01-12T08:00:00Z"))
                .isEqualTo("2026-01-13T08:00:00Z");
    }

    @Test
    void convertedComesAtOnceHoweverTheRestComes() {
        assertThat(urgent(with(Pace.DAILY, 540, null, null, false), "2026-01-12T10:20:00Z"))
                .isEqualTo("2026-01-12T10:20:00Z");
    }

    @Test
    void convertedWaitsForTheEndOfQuietHoursUnlessItMayBreakThrough() {
        assertThat(urgent(NIGHTS, "2026-01-12T22:30:00Z")).isEqualTo("2026-01-13T06:00:00Z");
        assertThat(urgent(NIGHTS, "2026-01-13T03:00:00Z")).isEqualTo("2026-01-13T06:00:00Z");
        assertThat(urgent(NIGHTS, "2026-01-13T06:00:00Z")).isEqualTo("2026-01-13T06:00:00Z");
        assertThat(urgent(with(Pace.DAILY, 540, 22 * 60, 7 * 60, true), "2026-01-12T22:30:00Z"))
                .isEqualTo("2026-01-12T22:30:00Z");
        assertThat(with(Pace.AT_ONCE, 540, 22 * 60, 7 * 60, true)
                        .next(Instant.parse("2026-01-12T22:30:00Z"), true, false))
                .as("a clock that runs out is no converted detractor")
                .isEqualTo("2026-01-13T06:00:00Z");
    }

    @Test
    void aDailyMailThatFallsIntoQuietHoursWaitsForTheirEnd() {
        assertThat(rest(with(Pace.DAILY, 6 * 60, 22 * 60, 7 * 60, false), "2026-01-12T10:00:00Z"))
                .isEqualTo("2026-01-13T06:00:00Z");
    }

    @Test
    void whenClocksGoForwardQuietHoursEndAtTheTimeOnTheWall() {
        // 29 March 2026, 02:00 becomes 03:00: seven o'clock is 05:00 UTC from then on.
        assertThat(urgent(NIGHTS, "2026-03-28T22:00:00Z")).isEqualTo("2026-03-29T05:00:00Z");
        assertThat(urgent(with(Pace.AT_ONCE, 540, 22 * 60, 150, false), "2026-03-28T23:00:00Z"))
                .as("half past two does not exist that night; half past three stands in for it")
                .isEqualTo("2026-03-29T01:30:00Z");
        assertThat(rest(with(Pace.DAILY, 150, null, null, false), "2026-03-28T20:00:00Z"))
                .isEqualTo("2026-03-29T01:30:00Z");
        assertThat(rest(with(Pace.HOURLY, 540, null, null, false), "2026-03-29T00:40:00Z"))
                .isEqualTo("2026-03-29T01:00:00Z");
    }

    @Test
    void whenClocksGoBackNothingComesBeforeItsTimeOrInThePast() {
        // 25 October 2026, 03:00 becomes 02:00: half past two comes at 00:30 and at 01:30 UTC.
        Preference early = with(Pace.AT_ONCE, 540, 22 * 60, 150, false);
        assertThat(urgent(early, "2026-10-24T22:00:00Z")).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(urgent(early, "2026-10-25T01:10:00Z"))
                .as("the second ten past two is quiet again, until the second half past two")
                .isEqualTo("2026-10-25T01:30:00Z");
        assertThat(urgent(NIGHTS, "2026-10-24T21:00:00Z")).isEqualTo("2026-10-25T06:00:00Z");
        assertThat(rest(with(Pace.HOURLY, 540, null, null, false), "2026-10-25T00:40:00Z"))
                .isEqualTo("2026-10-25T01:00:00Z");
    }

    @Test
    void everyMomentOfTwoYearsIsAnsweredWithOneThatIsNotQuietAndNotPast() {
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < 2 * 365 * 24 * 4; i++) {
            Instant next = NIGHTS.next(at, true, true);
            int hour = next.atZone(VIENNA).getHour();
            assertThat(next).isAfterOrEqualTo(at);
            assertThat(hour).isBetween(7, 21);
            at = at.plusSeconds(900);
        }
    }
}
