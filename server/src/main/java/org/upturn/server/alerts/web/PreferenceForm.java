package org.upturn.server.alerts.web;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upturn.server.alerts.preferences.Pace;
import org.upturn.server.alerts.preferences.Preference;
import org.upturn.server.kernel.Problem;
import org.upturn.server.surveys.questions.Languages;

/**
 * A preference as people write it, in a form or in the API.
 *
 * @param pace {@code at-once}, {@code hourly} or {@code daily}
 * @param digest time of day of the daily mail, for example {@code 09:00}
 * @param quietFrom time of day at which the quiet hours begin; empty for none
 * @param timeZone for example {@code Europe/Vienna}
 * @param language for example {@code de}
 */
public record PreferenceForm(
        String pace,
        String digest,
        String quietFrom,
        String quietUntil,
        String timeZone,
        String language,
        boolean breaksThrough) {
    static PreferenceForm of(Preference known) {
        return new PreferenceForm(
                known.pace().word(),
                time(known.digestMinute()),
                time(known.quietFrom()),
                time(known.quietUntil()),
                known.zone().getId(),
                known.language().toLanguageTag(),
                known.breaksThrough());
    }

    static PreferenceForm sent(Map<String, String> form) {
        return new PreferenceForm(
                form.getOrDefault("pace", ""),
                form.getOrDefault("digest", ""),
                form.getOrDefault("quietFrom", ""),
                form.getOrDefault("quietUntil", ""),
                form.getOrDefault("timeZone", ""),
                form.getOrDefault("language", ""),
                form.containsKey("breaksThrough"));
    }

    /** @throws Problem when something of it cannot be understood */
    Preference preference() {
        Integer minute = minute(digest, "digest");
        if (minute == null) {
            throw Problem.invalid("digest", "problem.alerts.time");
        }
        return new Preference(
                Pace.of(pace),
                minute,
                minute(quietFrom, "quietFrom"),
                minute(quietUntil, "quietUntil"),
                zone(),
                language(language),
                breaksThrough);
    }

    /** @throws Problem when alerts do not speak it */
    static Locale language(String told) {
        if (!Languages.SPOKEN.contains(told)) {
            throw Problem.invalid("language", "problem.alerts.language", String.join(", ", Languages.SPOKEN));
        }
        return Locale.forLanguageTag(told);
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(timeZone.strip());
        } catch (DateTimeException unknown) {
            throw Problem.invalid("timeZone", "problem.timeZone");
        }
    }

    private static @Nullable Integer minute(String told, String field) {
        String time = told.strip();
        if (time.isEmpty()) {
            return null;
        }
        if (!time.matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
            throw Problem.invalid(field, "problem.alerts.time");
        }
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
    }

    private static String time(@Nullable Integer minute) {
        return minute == null ? "" : "%02d:%02d".formatted(minute / 60, minute % 60);
    }
}
