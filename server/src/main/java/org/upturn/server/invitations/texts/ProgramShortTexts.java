package org.upturn.server.invitations.texts;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upturn.server.surveys.questions.Languages;

/**
 * What the text messages of a program say in each language.
 *
 * @param languages that the survey is asked in, the one it is written in first; never empty
 * @param own texts of the team, one for a language
 * @param standard texts, one for each language that we speak
 */
public record ProgramShortTexts(List<String> languages, List<ShortText> own, List<ShortText> standard) {
    /** The language of the survey that suits whoever speaks this; the one it is written in when none does or null. */
    public String spoken(@Nullable String language) {
        return Languages.best(languages, language).orElse(languages.getFirst());
    }

    /** The team's own text in that language, else the standard one; where there are neither, the team's first, else ours. */
    public ShortText in(String language) {
        return Stream.of(find(own, language), find(standard, language), own.stream(), standard.stream())
                .flatMap(found -> found)
                .findFirst()
                .orElseThrow();
    }

    /** Whether the team has written its own text in that language. */
    public boolean isOwn(String language) {
        return own.stream().anyMatch(text -> text.language().equals(language));
    }

    private static Stream<ShortText> find(List<ShortText> texts, String language) {
        var written = texts.stream().map(ShortText::language).toList();
        return Languages.best(written, language).stream()
                .flatMap(found -> texts.stream().filter(text -> text.language().equals(found)));
    }
}
