package org.upturn.server.surveys.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Texts;
import org.upturn.server.surveys.Occasion;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Timing;
import org.upturn.server.surveys.Wave;

/** What stands in the form of a wave, as it was typed. */
public record WaveForm(
        @Nullable String name,
        @Nullable String opens,
        @Nullable String closes,
        @Nullable String timing,
        @Nullable String module,
        @Nullable String session,
        @Nullable String touchpoint) {
    private static final Duration USUAL = Duration.ofDays(7);

    /** A wave that opens today. */
    public static WaveForm fresh(Texts texts, Instant now) {
        return new WaveForm("", texts.isoDay(now), texts.isoDay(now.plus(USUAL)), "", "", "", "");
    }

    static WaveForm of(Texts texts, Wave wave) {
        Occasion occasion = wave.occasion();
        return new WaveForm(
                wave.name(),
                texts.isoDay(wave.opensAt()),
                texts.isoDay(wave.lastMoment()),
                occasion.timing() == null ? "" : occasion.timing().word(),
                occasion.module(),
                occasion.session(),
                occasion.touchpoint());
    }

    public boolean hasOccasion() {
        return !(text(timing) + text(module) + text(session) + text(touchpoint)).isBlank();
    }

    /** The wave that was typed: from the start of its first day to the end of its last. */
    Surveys.NewWave told(ZoneId zone) {
        return new Surveys.NewWave(
                text(name),
                day(opens).atStartOfDay(zone).toInstant(),
                day(closes).plusDays(1).atStartOfDay(zone).toInstant(),
                new Occasion(Timing.of(timing), text(module), text(session), text(touchpoint)));
    }

    /** The same, with the moments of the wave where its days were left as they are. */
    Surveys.NewWave told(Texts texts, ZoneId zone, Wave known) {
        Surveys.NewWave told = told(zone);
        return new Surveys.NewWave(
                told.name(),
                texts.isoDay(known.opensAt()).equals(opens) ? known.opensAt() : told.opensAt(),
                texts.isoDay(known.lastMoment()).equals(closes) ? known.closesAt() : told.closesAt(),
                told.occasion());
    }

    private static String text(@Nullable String told) {
        return told == null ? "" : told;
    }

    private static LocalDate day(@Nullable String told) {
        try {
            return LocalDate.parse(text(told));
        } catch (DateTimeParseException unreadable) {
            throw Problem.invalid("opens", "problem.wave.days");
        }
    }
}
