package org.upturn.server.surveys.questions;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What we know of languages: their own names, and which way they run. */
public final class Languages {
    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "he", "fa", "ur", "ps", "yi", "dv", "ckb", "sd", "ug");
    /** What our own words on pages and in mails for contacts are written in. */
    public static final List<String> SPOKEN = List.of("en", "ar", "de", "es", "fr", "he");

    private static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());

    private Languages() {}

    /** Its name in itself, for example {@code Deutsch}. */
    public static String name(String language) {
        Locale locale = Locale.forLanguageTag(language);
        String name = locale.getDisplayName(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /** {@code rtl} or {@code ltr}. */
    public static String direction(String language) {
        return RIGHT_TO_LEFT.contains(Locale.forLanguageTag(language).getLanguage()) ? "rtl" : "ltr";
    }

    /** The tag as it is usually written; empty when there is no such language. */
    public static Optional<String> tag(@Nullable String told) {
        if (told == null || told.isBlank() || told.length() > 35) {
            return Optional.empty();
        }
        Locale locale = Locale.forLanguageTag(told.strip().replace('_', '-'));
        boolean known =
                KNOWN.contains(locale.getLanguage()) || locale.getLanguage().length() == 3;
        return known ? Optional.of(locale.toLanguageTag()) : Optional.empty();
    }

    /** Which of these languages somebody wants who asks for them the way browsers do ({@code Accept-Language}). */
    public static Optional<String> best(List<String> offered, @Nullable String wanted) {
        if (wanted == null || wanted.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Locale.lookupTag(Locale.LanguageRange.parse(wanted.replace('_', '-')), offered))
                    .or(() -> sameLanguage(offered, wanted))
                    .flatMap(found ->
                            offered.stream().filter(found::equalsIgnoreCase).findFirst());
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** The first of these wishes that is one of the {@link #SPOKEN}, English when none is. */
    public static Locale spoken(@Nullable String... wanted) {
        return Stream.of(wanted)
                .flatMap(one -> best(SPOKEN, one).stream())
                .findFirst()
                .map(Locale::forLanguageTag)
                .orElse(Locale.ENGLISH);
    }

    /** {@code pt} for somebody who asks for {@code pt-BR}, and the other way round. */
    private static Optional<String> sameLanguage(List<String> offered, String wanted) {
        return Locale.LanguageRange.parse(wanted.replace('_', '-')).stream()
                .map(range -> range.getRange().split("-")[0])
                .flatMap(language -> offered.stream().filter(one -> one.split("-")[0].equalsIgnoreCase(language)))
                .findFirst();
    }
}
