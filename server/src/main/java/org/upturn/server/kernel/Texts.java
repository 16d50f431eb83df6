package org.upturn.server.kernel;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Every visible word, number and time, in the reader's language and time zone. */
public final class Texts {
    private final MessageSource messages;
    private final Locale locale;
    private final ZoneId zone;
    private final Clock clock;

    public Texts(MessageSource messages, Locale locale, ZoneId zone, Clock clock) {
        this.messages = messages;
        this.locale = locale;
        this.zone = zone;
        this.clock = clock;
    }

    /** The message of this key; fails when there is none, so that a page never shows a bare key. */
    public String text(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    public String text(Message message) {
        return messages.getMessage(message, locale);
    }

    public String language() {
        return locale.toLanguageTag();
    }

    /** A whole number with grouping, for example {@code 12,480}. */
    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** An NPS as people read it: rounded, with its sign, for example {@code +21}, {@code −3}, {@code 0}; a dash for none. */
    public String nps(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        long rounded = Math.round(value);
        if (rounded == 0) {
            return "0";
        }
        return (rounded > 0 ? "+" : "−") + number(Math.abs(rounded));
    }

    /** A share of 0…1 as whole per cent, for example {@code 83 %}; a dash when not a number. */
    public String share(double share) {
        return Double.isNaN(share) ? "–" : text("share", Math.round(share * 100));
    }

    /** An amount of money, for example {@code €1,250.00}; of a workspace that named no currency, the bare number. */
    public String money(BigDecimal amount, @Nullable String currency) {
        NumberFormat format =
                currency == null ? NumberFormat.getNumberInstance(locale) : NumberFormat.getCurrencyInstance(locale);
        if (currency != null) {
            format.setCurrency(Currency.getInstance(currency));
        }
        return format.format(amount);
    }

    public String day(Instant time) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(time.atZone(zone));
    }

    /** A day that is no moment, for example of a renewal. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    /** The short name of a day of the week. */
    public String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, locale);
    }

    /** The name of a country by its two letters. */
    public String region(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(locale);
    }

    public String dayAndTime(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(time.atZone(zone));
    }

    /** Day of the week and time when it is within six days, for example {@code Tue 2:00 PM}; else with its date. */
    public String soon(Instant time) {
        boolean thisWeek = Duration.between(clock.instant(), time).abs().toDays() < 6;
        return thisWeek
                ? DateTimeFormatter.ofLocalizedPattern("Ejm").withLocale(locale).format(time.atZone(zone))
                : dayAndTime(time);
    }

    /** The day in ISO form, for date fields. */
    public String isoDay(Instant time) {
        return LocalDate.ofInstant(time, zone).toString();
    }

    /** How long until then, or since: "in 5 h 20 min", "3 days ago". */
    public String away(Instant time) {
        Duration distance = Duration.between(clock.instant(), time);
        String amount = amount(distance.abs());
        return distance.isNegative() ? text("time.ago", amount) : text("time.in", amount);
    }

    /** Whether that time lies behind us. */
    public boolean past(Instant time) {
        return time.isBefore(clock.instant());
    }

    /** Two units at the most: "26 days", "1 day 4 h", "5 h 20 min", "12 min". */
    public String amount(Duration length) {
        long minutes = length.toMinutes();
        long hours = length.toHours();
        long days = length.toDays();
        if (days >= 7) {
            return text("time.days", days);
        }
        if (days >= 1) {
            return text("time.days.hours", days, length.toHoursPart());
        }
        return hours >= 1 ? text("time.hours.minutes", hours, length.toMinutesPart()) : text("time.minutes", minutes);
    }
}
