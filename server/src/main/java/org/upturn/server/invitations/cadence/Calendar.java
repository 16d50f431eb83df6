package org.upturn.server.invitations.cadence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The days of schedules, in the time zone of a workspace: nine in the morning stays nine over a change of clocks. */
public final class Calendar {
    private Calendar() {}

    /** The first time after a moment; null when the rhythm knows no times of its own. */
    static @Nullable Instant next(Rhythm rhythm, Instant after, ZoneId zone) {
        return switch (rhythm) {
            case Rhythm.Every every -> next(every.from(), every.days(), every.at(), after, zone);
            case Rhythm.Milestone milestone -> next(LocalDate.EPOCH, 1, milestone.at(), after, zone);
            case Rhythm.Event event -> null;
        };
    }

    private static Instant next(LocalDate from, int days, LocalTime at, Instant after, ZoneId zone) {
        long gone = ChronoUnit.DAYS.between(from, after.atZone(zone).toLocalDate());
        LocalDate day = from.plusDays(Math.max(0, Math.floorDiv(gone, days)) * days);
        while (!day.atTime(at).atZone(zone).toInstant().isAfter(after)) {
            day = day.plusDays(days);
        }
        return day.atTime(at).atZone(zone).toInstant();
    }

    /** The day of asking and those before it that were missed while the program was not running, a month at most. */
    static List<LocalDate> missed(Instant planned, Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate first = planned.atZone(zone).toLocalDate();
        LocalDate earliest = today.minusDays(30);
        return (first.isBefore(earliest) ? earliest : first)
                .datesUntil(today.plusDays(1))
                .toList();
    }

    /** Month and day of each, as {@code MM-dd}; who was born on 29 February is thought of on the 28th of other years. */
    public static List<String> monthDays(List<LocalDate> days) {
        var monthDays = new TreeSet<String>();
        for (LocalDate day : days) {
            monthDays.add(day.toString().substring(5));
            if (day.getMonthValue() == 2 && day.getDayOfMonth() == 28 && !day.isLeapYear()) {
                monthDays.add("02-29");
            }
        }
        return List.copyOf(monthDays);
    }

    /** When a wave closes that takes all of a month in. */
    static Instant monthEnd(YearMonth month, int openDays, ZoneId zone) {
        return month.plusMonths(1)
                .atDay(1)
                .plusDays(openDays)
                .atStartOfDay(zone)
                .toInstant();
    }
}
