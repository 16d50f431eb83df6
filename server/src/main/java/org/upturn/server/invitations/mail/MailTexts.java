package org.upturn.server.invitations.mail;

import java.time.Clock;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.questions.Languages;
import org.upturn.server.surveys.questions.Questionnaire;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/** What the mails of each program say: the team's own texts, or the standard ones until there are any. */
@Service
public class MailTexts {
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_BODY = 5_000;

    private final MailTextRepository repository;
    private final Surveys surveys;
    private final AuditLog audit;
    private final List<MailText> standard;
    private final Clock clock;

    MailTexts(MailTextRepository repository, Surveys surveys, AuditLog audit, MessageSource messages, Clock clock) {
        this.repository = repository;
        this.surveys = surveys;
        this.audit = audit;
        this.standard = Languages.SPOKEN.stream()
                .map(language -> standard(language, messages))
                .toList();
        this.clock = clock;
    }

    /** What the mails of a program say in each language: the team's own texts before the standard ones. */
    public ProgramTexts<MailText> of(WorkspaceId workspace, ProgramId program) {
        Questionnaire asked = surveys.latestSurvey(workspace, program).questionnaire();
        return new ProgramTexts<>(asked.languages(), repository.list(workspace, program), standard);
    }

    /** The texts in one language; the language of the survey when null. */
    public MailText find(WorkspaceId workspace, ProgramId program, @Nullable String language) {
        ProgramTexts<MailText> texts = of(workspace, program);
        return texts.in(language == null ? texts.languages().getFirst() : language(language));
    }

    @Transactional
    public void save(Member by, ProgramId program, MailText told) {
        surveys.program(by.workspace(), program);
        repository.save(by.workspace(), program, checked(told), clock.instant());
        audit.record(by, "mail.texts.changed", program.value());
    }

    /** The texts as they would be kept; refuses what a mail cannot hold. */
    public MailText checked(MailText told) {
        return new MailText(
                language(told.language()),
                letter(told.invitation(), ""),
                letter(told.reminder(), "reminder."),
                line("low", told.low()),
                line("high", told.high()),
                text("reason", told.reason(), 1_000),
                line("unsubscribe", told.unsubscribe()));
    }

    private static MailText.Letter letter(MailText.Letter told, String field) {
        return new MailText.Letter(
                line(field + "subject", told.subject()),
                line(field + "greeting", told.greeting()),
                text(field + "body", told.body(), LONGEST_BODY));
    }

    private static String language(@Nullable String tag) {
        try {
            String language = new Locale.Builder()
                    .setLanguageTag(tag == null ? "" : tag.strip())
                    .build()
                    .toLanguageTag();
            if (!language.equals("und")) {
                return language;
            }
        } catch (IllformedLocaleException unknown) {
            // told below
        }
        throw Problem.invalid("language", "problem.mail.language");
    }

    private static String line(String field, @Nullable String told) {
        return text(field, told == null ? null : told.replaceAll("\\p{Cntrl}+", " "), LONGEST_LINE);
    }

    private static String text(String field, @Nullable String told, int longest) {
        if (told == null || told.isBlank() || told.length() > longest) {
            throw Problem.invalid(field, "problem.mail.text", longest);
        }
        return told.replace("\0", "").strip();
    }

    private static MailText standard(String language, MessageSource messages) {
        UnaryOperator<String> word = key -> messages.getMessage(key, null, Locale.forLanguageTag(language));
        return new MailText(
                language,
                new MailText.Letter(word.apply("mail.subject"), word.apply("mail.greeting"), word.apply("mail.body")),
                new MailText.Letter(
                        word.apply("mail.reminder.subject"),
                        word.apply("mail.greeting"),
                        word.apply("mail.reminder.body")),
                word.apply("mail.low"),
                word.apply("mail.high"),
                word.apply("mail.reason"),
                word.apply("mail.unsubscribe"));
    }
}
