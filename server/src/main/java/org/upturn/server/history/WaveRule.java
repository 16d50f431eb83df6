package org.upturn.server.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Problem;

/**
 * How an answer finds its wave.
 *
 * @param name of the one wave; null unless there is only one
 */
public record WaveRule(By by, @Nullable String name) {
    /** What tells the wave. */
    public enum By {
        COLUMN,
        MONTH,
        QUARTER,
        YEAR,
        ONE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static By of(String word) {
            for (By by : values()) {
                if (by.word().equals(word)) {
                    return by;
                }
            }
            throw Problem.invalid("waves", "problem.history.waves");
        }
    }

    static final int LONGEST = 100;

    /** A wave to be, with its time where that is known beforehand. */
    record Named(
            String name, @Nullable Instant opens, @Nullable Instant closes) {}

    public WaveRule {
        name = name == null || name.isBlank() ? null : name.strip();
        if (by == By.ONE && (name == null || name.length() > LONGEST)) {
            throw Problem.invalid("wave", "problem.history.wave");
        }
    }

    /** @param cell what the wave column says, "" where there is none */
    Named wave(String cell, Instant answered, ZoneId zone) {
        LocalDate day = answered.atZone(zone).toLocalDate();
        return switch (by) {
            case COLUMN -> new Named(cell, null, null);
            case ONE -> new Named(String.valueOf(name), null, null);
            case MONTH ->
                period("%d-%02d".formatted(day.getYear(), day.getMonthValue()), day.withDayOfMonth(1), 1, zone);
            case QUARTER -> {
                int quarter = (day.getMonthValue() - 1) / 3;
                yield period(
                        "%d Q%d".formatted(day.getYear(), quarter + 1),
                        LocalDate.of(day.getYear(), quarter * 3 + 1, 1),
                        3,
                        zone);
            }
            case YEAR -> period(String.valueOf(day.getYear()), LocalDate.of(day.getYear(), 1, 1), 12, zone);
        };
    }

    private static Named period(String name, LocalDate first, int months, ZoneId zone) {
        return new Named(
                name,
                first.atStartOfDay(zone).toInstant(),
                first.plusMonths(months).atStartOfDay(zone).toInstant());
    }
}
