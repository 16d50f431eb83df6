package org.upturn.server.cases.routing;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * When somebody works.
 *
 * @param days of the week
 * @param zone in which the times are meant
 */
public record WorkingHours(Set<DayOfWeek> days, LocalTime starts, LocalTime ends, ZoneId zone) {
    public WorkingHours {
        days = Set.copyOf(days);
    }

    /** Monday to Friday, nine to five. */
    public static WorkingHours usual(ZoneId zone) {
        return new WorkingHours(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(17, 0), zone);
    }

    public boolean holds(Instant now) {
        ZonedDateTime there = now.atZone(zone);
        LocalTime time = there.toLocalTime();
        return days.contains(there.getDayOfWeek()) && !time.isBefore(starts) && time.isBefore(ends);
    }

    /**
     * How much of the time between two moments is worked: the business-hours view beside the wall clock (decision 10). An
     * hour that the clock skips or repeats is worked as long as it lasts.
     *
     * @return zero when {@code to} is not after {@code from}
     */
    public Duration between(Instant from, Instant to) {
        Duration worked = Duration.ZERO;
        LocalDate last = to.atZone(zone).toLocalDate();
        for (LocalDate day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            if (days.contains(day.getDayOfWeek())) {
                Instant begins = later(from, day.atTime(starts).atZone(zone).toInstant());
                Instant stops = earlier(to, day.atTime(ends).atZone(zone).toInstant());
                if (stops.isAfter(begins)) {
                    worked = worked.plus(Duration.between(begins, stops));
                }
            }
        }
        return worked;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
