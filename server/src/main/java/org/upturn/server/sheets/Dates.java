package org.upturn.server.sheets;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the dates of one column: ISO, {@code 29/01/2018 19:34}, {@code 1/29/2018 7:34 PM}, {@code 19th November 2023},
 * {@code Nov 19, 2023}, Excel serial numbers. Without a zone of its own a date is of the clock's zone; without a time it
 * is the start of that day.
 */
public final class Dates {
    /** A day that has begun somewhere on earth is not in the future. */
    private static final Duration ACROSS_ZONES = Duration.ofHours(14);

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final String TIME =
            "(?:[T ,]+(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?\\s*(?<half>[AaPp]\\.?[Mm]\\.?)?"
                    + "\\s*(?<zone>Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?";
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})" + TIME);
    private static final Pattern NUMERIC =
            Pattern.compile("(?<one>\\d{1,2})(?<mark>[/.-])(?<two>\\d{1,2})\\k<mark>(?<year>\\d{4}|\\d{2})" + TIME);
    private static final Pattern DAY_MONTH = Pattern.compile(
            "(?<day>\\d{1,2})(?:st|nd|rd|th)?[ -]+(?:of )?(?<name>\\p{L}{3,9})\\.?[ ,-]+(?<year>\\d{4})" + TIME);
    private static final Pattern MONTH_DAY =
            Pattern.compile("(?<name>\\p{L}{3,9})\\.? +(?<day>\\d{1,2})(?:st|nd|rd|th)?,? +(?<year>\\d{4})" + TIME);
    private static final Pattern SERIAL = Pattern.compile("([2-7]\\d{4})(?:[.,](\\d+))?");
    private static final Pattern WEEKDAY = Pattern.compile("(?i)^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? +");

    /** Day 0 of Excel's calendar, which takes 1900 for a leap year. */
    private static final LocalDate EXCEL_DAY_ZERO = LocalDate.of(1899, 12, 30);

    private final boolean monthFirst;
    private final Clock clock;

    public Dates(DateOrder order, Clock clock) {
        this.monthFirst = order.isMonthFirst();
        this.clock = clock;
    }

    /** The moment in a cell, or why there is none. A moment in the future is refused. */
    public Parsed<Instant> parse(String cell) {
        String text = WEEKDAY.matcher(cell.strip()).replaceFirst("").replaceAll("\\s+", " ");
        if (text.isEmpty()) {
            return Parsed.refused("sheet.date.none");
        }
        try {
            Optional<Instant> moment = moment(text);
            if (moment.isEmpty()) {
                return Parsed.refused("sheet.date.other", Parsed.shown(text));
            }
            return moment.get().isAfter(clock.instant().plus(ACROSS_ZONES))
                    ? Parsed.refused("sheet.date.future", Parsed.shown(text))
                    : Parsed.of(moment.get());
        } catch (DateTimeException impossible) {
            return Parsed.refused(
                    monthFirst ? "sheet.date.impossible.monthFirst" : "sheet.date.impossible", Parsed.shown(text));
        }
    }

    private Optional<Instant> moment(String text) {
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return Optional.of(at(yearFirst, number(yearFirst, "month"), number(yearFirst, "day")));
        }
        Matcher numeric = NUMERIC.matcher(text);
        if (numeric.matches()) {
            boolean swap = monthFirst && !numeric.group("mark").equals(".");
            return Optional.of(
                    at(numeric, number(numeric, swap ? "one" : "two"), number(numeric, swap ? "two" : "one")));
        }
        Optional<Instant> named = named(DAY_MONTH.matcher(text));
        if (named.isEmpty()) {
            named = named(MONTH_DAY.matcher(text));
        }
        return named.isPresent() ? named : serial(SERIAL.matcher(text));
    }

    private Optional<Instant> named(Matcher matcher) {
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String name = matcher.group("name").toLowerCase(Locale.ROOT);
        int month = MONTHS.indexOf(name.substring(0, 3)) + 1;
        return month == 0 ? Optional.empty() : Optional.of(at(matcher, month, number(matcher, "day")));
    }

    private Optional<Instant> serial(Matcher matcher) {
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double part = matcher.group(2) == null ? 0 : Double.parseDouble("0." + matcher.group(2));
        LocalDate day = EXCEL_DAY_ZERO.plusDays(Long.parseLong(matcher.group(1)));
        return Optional.of(day.atStartOfDay(clock.getZone()).toInstant().plusSeconds(Math.round(part * 86_400)));
    }

    private Instant at(Matcher matcher, int month, int day) {
        int year = number(matcher, "year");
        LocalDateTime local =
                LocalDate.of(year < 100 ? 2000 + year : year, month, day).atTime(time(matcher));
        String zone = matcher.group("zone");
        if (zone == null) {
            return local.atZone(clock.getZone()).toInstant();
        }
        ZoneOffset offset = Character.isLetter(zone.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(zone);
        return OffsetDateTime.of(local, offset).toInstant();
    }

    private static LocalTime time(Matcher matcher) {
        if (matcher.group("hour") == null) {
            return LocalTime.MIDNIGHT;
        }
        int hour = number(matcher, "hour");
        String half = matcher.group("half");
        if (half != null) {
            hour = hour % 12 + (Character.toLowerCase(half.charAt(0)) == 'p' ? 12 : 0);
        }
        int second = matcher.group("second") == null ? 0 : number(matcher, "second");
        return LocalTime.of(hour, number(matcher, "minute"), second);
    }

    private static int number(Matcher matcher, String group) {
        return Integer.parseInt(matcher.group(group));
    }
}
