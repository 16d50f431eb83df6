package org.upturn.server.invitations.mail;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upturn.server.surveys.questions.Languages;

/**
 * What a program says in each language, by mail or in text messages.
 *
 * @param <T> its texts in one language
 * @param languages that the survey is asked in, the one it is written in first; never empty
 * @param own texts of the team, one for a language
 * @param standard texts, one for each language that we speak
 */
public record ProgramTexts<T extends ProgramTexts.InLanguage>(List<String> languages, List<T> own, List<T> standard) {
    /** Texts that are written in one language. */
    public interface InLanguage {
        /** A BCP 47 tag. */
        String language();
    }

    /** The language of the survey that suits whoever speaks this; the one it is written in when none does or null. */
    public String spoken(@Nullable String language) {
        return Languages.best(languages, language).orElse(languages.getFirst());
    }

    /**
     * The team's own texts in that language, else the standard ones in it; where there are neither, the team's texts in
     * the survey's language, else in any, else English.
     */
    public T in(String language) {
        return Stream.of(
                        find(own, language),
                        find(standard, language),
                        find(own, languages.getFirst()),
                        own.stream(),
                        standard.stream())
                .flatMap(found -> found)
                .findFirst()
                .orElseThrow();
    }

    /** Whether the team has written its own texts in that language. */
    public boolean isOwn(String language) {
        return own.stream().anyMatch(text -> text.language().equals(language));
    }

    private Stream<T> find(List<T> texts, String language) {
        var written = texts.stream().map(T::language).toList();
        return Languages.best(written, language).stream()
                .flatMap(found -> texts.stream().filter(text -> text.language().equals(found)));
    }
}
