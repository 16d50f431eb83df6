package org.upturn.server.instant;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the round of asking of an answer is told: from a column, from the date, or not at all. */
enum WaveNaming {
    NONE,
    COLUMN,
    QUARTER,
    MONTH,
    YEAR;

    static WaveNaming of(@Nullable String option, boolean column) {
        if (option != null) {
            for (WaveNaming naming : new WaveNaming[] {QUARTER, MONTH, YEAR}) {
                if (naming.word().equalsIgnoreCase(option.strip())) {
                    return naming;
                }
            }
        }
        return column ? COLUMN : NONE;
    }

    static boolean isPeriod(@Nullable String option) {
        return of(option, false) != NONE;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isGiven() {
        return this != NONE;
    }

    boolean needsDate() {
        return this == QUARTER || this == MONTH || this == YEAR;
    }

    /** The wave of an answer, "" when there is none: {@code 2024-Q3}, {@code 2024-07}, {@code 2024}, or the cell. */
    String name(String cell, @Nullable Instant when, ZoneId zone) {
        if (this == COLUMN) {
            return cell;
        }
        if (this == NONE || when == null) {
            return "";
        }
        ZonedDateTime local = when.atZone(zone);
        int month = local.getMonthValue();
        return switch (this) {
            case QUARTER -> local.getYear() + "-Q" + (month + 2) / 3;
            case MONTH -> String.format(Locale.ROOT, "%d-%02d", local.getYear(), month);
            default -> String.valueOf(local.getYear());
        };
    }
}
