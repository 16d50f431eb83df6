package org.upturn.server.tracks.promoters;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.upturn.engine.guard.Heard;
import org.upturn.engine.guard.Quotes;
import org.upturn.engine.guard.Said;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.invitations.mail.MailText;
import org.upturn.server.invitations.mail.Note;
import org.upturn.server.kernel.Feeling;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.questions.Languages;
import org.upturn.server.verbatims.Readings;
import org.upturn.server.verbatims.ThemeFound;
import org.upturn.server.verbatims.VerbatimReading;
import org.upturn.server.workspaces.Workspaces;

/** What thanks say, in the language of the answer, begun with the person's own praise. */
@Component
class ThanksWords {
    private final MessageSource messages;
    private final Readings readings;
    private final Contacts contacts;
    private final Surveys surveys;
    private final Workspaces workspaces;

    ThanksWords(MessageSource messages, Readings readings, Contacts contacts, Surveys surveys, Workspaces workspaces) {
        this.messages = messages;
        this.readings = readings;
        this.contacts = contacts;
        this.surveys = surveys;
        this.workspaces = workspaces;
    }

    /** Thanks as they would go; a person looks at them first. */
    ThanksDraft draft(WorkspaceId workspace, Response answer) {
        String language = language(answer);
        String sentence = quote(workspace, answer)
                .map(words -> word("thanks.sentence", language, words))
                .orElseGet(() -> word(
                        "thanks.sentence.silent",
                        language,
                        String.valueOf(answer.score().value())));
        return new ThanksDraft(
                word("thanks.mail.subject", language),
                word("thanks.mail.greeting", language),
                sentence,
                word("thanks.mail.rest", language));
    }

    /** The words of theirs that are best given back to them: what they praised, else what names most; empty where nothing is. */
    Optional<String> quote(WorkspaceId workspace, Response answer) {
        List<String> praise = themes(workspace, answer).stream()
                .filter(one -> Feeling.of(one.sentiment()) == Feeling.POSITIVE)
                .map(one -> one.evidence(answer.verbatim()))
                .toList();
        List<String> names = names(workspace, answer);
        return Stream.of(String.join("\n", praise), answer.verbatim())
                .flatMap(words -> Quotes.of(new Said(words, List.of(), List.of(), names)).stream())
                .map(Quotes.Quote::words)
                .findFirst();
    }

    /** What they said, as the guard of the first sentence looks at it; a promoter who names no theme praises with all of it. */
    Said said(WorkspaceId workspace, Response answer) {
        List<ThemeFound> themes = themes(workspace, answer);
        List<Heard> heard = themes.isEmpty()
                ? List.of(new Heard("", answer.verbatim(), 1))
                : themes.stream()
                        .map(one -> new Heard(one.name(), one.evidence(answer.verbatim()), one.sentiment()))
                        .toList();
        return new Said(answer.verbatim(), heard, List.of(), names(workspace, answer));
    }

    private List<ThemeFound> themes(WorkspaceId workspace, Response answer) {
        return readings.find(workspace, answer.id())
                .map(VerbatimReading::themes)
                .orElse(List.of());
    }

    private List<String> names(WorkspaceId workspace, Response answer) {
        Contact person = contacts.find(workspace, answer.contact());
        return Stream.of(
                        person.name(),
                        person.account(),
                        workspaces.find(workspace).name(),
                        surveys.program(workspace, answer.program()).name())
                .filter(Objects::nonNull)
                .toList();
    }

    /** The mail that carries them; its button leads to the person's page. */
    Note note(Response answer, ThanksDraft draft) {
        String language = language(answer);
        return new Note(
                language,
                new MailText.Letter(draft.subject(), draft.greeting(), draft.firstSentence() + "\n\n" + draft.rest()),
                word("thanks.mail.button", language),
                word("correction.mail.reason", language),
                word("correction.mail.unsubscribe", language));
    }

    private static String language(Response answer) {
        return Languages.spoken(answer.language()).toLanguageTag();
    }

    private String word(String key, String language, @Nullable Object... values) {
        return messages.getMessage(key, values.length == 0 ? null : values, Locale.forLanguageTag(language));
    }
}
