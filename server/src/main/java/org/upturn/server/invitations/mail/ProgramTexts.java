package org.upturn.server.invitations.mail;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upturn.server.surveys.questions.Languages;

/**
 * What the mails of a program say in each language.
 *
 * @param languages that the survey is asked in, the one it is written in first; never empty
 * @param own texts of the team, one for a language
 * @param standard texts, one for each language that we speak
 */
public record ProgramTexts(List<String> languages, List<MailText> own, List<MailText> standard) {
    /** The language of the survey that suits whoever speaks this; the one it is written in when none does or null. */
    public String spoken(@Nullable String language) {
        return Languages.best(languages, language).orElse(languages.getFirst());
    }

    /**
     * The team's own texts in that language, else the standard ones in it; where there are neither, the team's texts in
     * the survey's language, else in any, else English.
     */
    public MailText in(String language) {
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

    private static Stream<MailText> find(List<MailText> texts, String language) {
        var written = texts.stream().map(MailText::language).toList();
        return Languages.best(written, language).stream()
                .flatMap(found -> texts.stream().filter(text -> text.language().equals(found)));
    }
}
