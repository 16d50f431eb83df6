package org.upturn.server.responses.web;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.invitations.Invited;
import org.upturn.server.kernel.Texts;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.questions.Asking;
import org.upturn.server.surveys.questions.Languages;
import org.upturn.server.surveys.questions.Questionnaire;
import org.upturn.server.workspaces.Workspace;
import org.upturn.server.workspaces.Workspaces;

/** Finds out what a person is asked, and in which language. */
@Component
public class AnswerPageMaker {
    private final Surveys surveys;
    private final Contacts contacts;
    private final Workspaces workspaces;
    private final MessageSource messages;
    private final Clock clock;

    AnswerPageMaker(Surveys surveys, Contacts contacts, Workspaces workspaces, MessageSource messages, Clock clock) {
        this.surveys = surveys;
        this.contacts = contacts;
        this.workspaces = workspaces;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param chosen the language that the person chose or answered in before; null when neither */
    AnswerPage of(Invited invited, Wave wave, String token, @Nullable String chosen, @Nullable String accepted) {
        Questionnaire asked = surveys.survey(invited.workspace(), wave.survey()).questionnaire();
        Contact contact = contacts.find(invited.workspace(), invited.contact());
        String language = Stream.of(chosen, contact.language(), accepted)
                .map(one -> Languages.best(asked.languages(), one))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(asked.base());
        return page(
                () -> workspaces.find(invited.workspace()),
                "/a/" + token,
                new Asking(asked, language, contact.attributes()),
                contact.isNameless());
    }

    /** A page that is only looked at. */
    public AnswerPage preview(Workspace workspace, Asking asking) {
        return page(() -> workspace, "", asking, false);
    }

    private AnswerPage page(Supplier<Workspace> workspaces, String path, Asking asking, boolean nameless) {
        return new AnswerPage(
                () -> {
                    Workspace workspace = workspaces.get();
                    var spoken = Locale.forLanguageTag(asking.language());
                    return new AnswerPage.Asker(
                            workspace.name(), new Texts(messages, spoken, workspace.timeZone(), clock));
                },
                path,
                asking,
                nameless);
    }

    /** For those who come with a link that belongs to nobody. */
    public Texts nobody(@Nullable String accepted) {
        return new Texts(messages, Languages.spoken(accepted), java.time.ZoneOffset.UTC, clock);
    }
}
