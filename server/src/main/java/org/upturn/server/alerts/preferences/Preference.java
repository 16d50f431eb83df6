package org.upturn.server.alerts.preferences;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When a member wants mails of alerts. Urgent ones (converted, high-risk) and clocks that run out come at once; the others by
 * the pace. Nothing comes in quiet hours, but urgent ones where the member lets them through.
 *
 * @param digestMinute when the daily mail comes, in minutes since midnight in their zone
 * @param quietFrom when the quiet hours begin, in minutes since midnight; null for none
 * @param quietUntil when they end; before {@code quietFrom} when they last over midnight
 * @param language what they are told in
 */
public record Preference(
        Pace pace,
        int digestMinute,
        @Nullable Integer quietFrom,
        @Nullable Integer quietUntil,
        ZoneId zone,
        Locale language,
        boolean breaksThrough) {
    private static final int NINE = 9 * 60;

    public static Preference standard(ZoneId zone, Locale language) {
        return new Preference(Pace.AT_ONCE, NINE, null, null, zone, language, false);
    }

    /**
     * When a mail goes that could go now.
     *
     * @param pressing not to be gathered: urgent, or about a clock
     * @param urgent converted or high-risk
     */
    public Instant next(Instant now, boolean pressing, boolean urgent) {
        Instant at = pressing ? now : byPace(now);
        return urgent && breaksThrough ? at : afterQuiet(at);
    }

    private Instant byPace(Instant now) {
        ZonedDateTime here = now.atZone(zone);
        return switch (pace) {
            case AT_ONCE -> now;
            case HOURLY -> here.truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
            case DAILY -> {
                Instant today = at(here, digestMinute, 0);
                yield today.isAfter(now) ? today : at(here, digestMinute, 1);
            }
        };
    }

    private Instant afterQuiet(Instant at) {
        if (quietFrom == null || quietUntil == null) {
            return at;
        }
        ZonedDateTime here = at.atZone(zone);
        int minute = here.getHour() * 60 + here.getMinute();
        boolean overMidnight = quietUntil < quietFrom;
        boolean quiet =
                overMidnight ? minute >= quietFrom || minute < quietUntil : minute >= quietFrom && minute < quietUntil;
        if (!quiet) {
            return at;
        }
        Instant end = at(here, quietUntil, overMidnight && minute >= quietFrom ? 1 : 0);
        // When clocks are turned back the end comes twice; the second of them is meant when the first has passed.
        return end.isBefore(at)
                ? local(here, quietUntil, 0).withLaterOffsetAtOverlap().toInstant()
                : end;
    }

    private static Instant at(ZonedDateTime day, int minute, int daysLater) {
        return local(day, minute, daysLater).toInstant();
    }

    private static ZonedDateTime local(ZonedDateTime day, int minute, int daysLater) {
        return day.toLocalDate()
                .plusDays(daysLater)
                .atTime(LocalTime.ofSecondOfDay(minute * 60L))
                .atZone(day.getZone());
    }
}
