package org.upturn.server.channels.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.upturn.server.channels.CollectorSettings;
import org.upturn.server.kernel.Problem;

/** Settings as they come from a form or a program: only what is named changes. */
record SettingsTold(
        @Nullable String title,
        @Nullable String text,
        @Nullable String identity,
        @Nullable Boolean contactAsked,
        @Nullable List<String> origins,
        @Nullable String form,
        @Nullable String people,
        @Nullable Integer delay,
        @Nullable Integer scroll,
        @Nullable String path,
        @Nullable Integer share,
        @Nullable Integer again) {
    static final SettingsTold NOTHING =
            new SettingsTold(null, null, null, null, null, null, null, null, null, null, null, null);

    static SettingsTold of(MultiValueMap<String, String> fields) {
        String origins = fields.getFirst("origins");
        return new SettingsTold(
                fields.getFirst("title"),
                fields.getFirst("text"),
                fields.getFirst("identity"),
                fields.containsKey("kiosk") ? fields.containsKey("contactAsked") : null,
                origins == null ? null : List.of(origins.split("[\\s,]+")),
                fields.getFirst("form"),
                fields.getFirst("people"),
                number("delay", fields),
                number("scroll", fields),
                fields.getFirst("path"),
                number("share", fields),
                number("again", fields));
    }

    CollectorSettings over(CollectorSettings known) {
        return new CollectorSettings(
                or(title, known.title()),
                or(text, known.text()),
                or(identity, known.identity()),
                or(contactAsked, known.contactAsked()),
                or(origins, known.origins()),
                or(form, known.form()),
                or(people, known.people()),
                or(delay, known.delay()),
                or(scroll, known.scroll()),
                or(path, known.path()),
                or(share, known.share()),
                or(again, known.again()));
    }

    private static @Nullable Integer number(String name, MultiValueMap<String, String> fields) {
        String text = fields.getFirst(name);
        try {
            return text == null ? null : Integer.valueOf(text.strip());
        } catch (NumberFormatException strange) {
            throw Problem.invalid(name, "problem.collector.whole");
        }
    }

    private static <T> T or(@Nullable T told, T known) {
        return told == null ? known : told;
    }
}
