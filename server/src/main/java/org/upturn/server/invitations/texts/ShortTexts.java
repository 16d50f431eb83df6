package org.upturn.server.invitations.texts;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.contacts.Contact;
import org.upturn.server.invitations.mail.Places;
import org.upturn.server.invitations.mail.ProgramTexts;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.surveys.questions.Languages;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Workspace;
import org.upturn.server.workspaces.Workspaces;

/** What the text messages of each program say: the team's own texts, or the standard ones until there are any. */
@Service
public class ShortTexts {
    /** Two messages of the usual size. */
    public static final int LONGEST = 320;

    private static final String LINK = "link";

    private final ShortTextRepository repository;
    private final Surveys surveys;
    private final Workspaces workspaces;
    private final AuditLog audit;
    private final List<ShortText> standard;
    private final Clock clock;

    ShortTexts(
            ShortTextRepository repository,
            Surveys surveys,
            Workspaces workspaces,
            AuditLog audit,
            MessageSource messages,
            Clock clock) {
        this.repository = repository;
        this.surveys = surveys;
        this.workspaces = workspaces;
        this.audit = audit;
        this.standard = Languages.SPOKEN.stream()
                .map(language -> standard(language, messages))
                .toList();
        this.clock = clock;
    }

    /** What all messages of a wave share. */
    public record OfWave(Workspace workspace, String program, Wave wave, ProgramTexts<ShortText> texts) {
        /**
         * The words for this person, in the language that they speak.
         *
         * @param number 0 invites, others remind
         */
        public String words(Contact contact, int number, String link) {
            return filled(texts.in(texts.spoken(contact.language())), contact, number, link);
        }

        private String filled(ShortText text, Contact contact, int number, String link) {
            Map<String, String> values = Places.values(contact, workspace, program, wave, text.language());
            values.put(LINK, link);
            return Places.fill(text.words(number), values).strip();
        }
    }

    public OfWave ofWave(WorkspaceId workspace, WaveId id) {
        return ofWave(workspace, surveys.wave(workspace, id));
    }

    /** What this person would get of these words, typed but not saved. */
    public String preview(WorkspaceId workspace, Wave wave, ShortText typed, Contact contact, int number, String link) {
        return ofWave(workspace, wave).filled(typed, contact, number, link);
    }

    private OfWave ofWave(WorkspaceId workspace, Wave wave) {
        return new OfWave(
                workspaces.find(workspace),
                surveys.program(workspace, wave.program()).name(),
                wave,
                of(workspace, wave.program()));
    }

    /** What they say in each language: the team's own texts before the standard ones. */
    public ProgramTexts<ShortText> of(WorkspaceId workspace, ProgramId program) {
        var asked = surveys.latestSurvey(workspace, program).questionnaire();
        return new ProgramTexts<>(asked.languages(), repository.list(workspace, program), standard);
    }

    /** The text in one language; the language of the survey when null. */
    public ShortText find(WorkspaceId workspace, ProgramId program, @Nullable String language) {
        ProgramTexts<ShortText> texts = of(workspace, program);
        String wanted = language == null ? texts.languages().getFirst() : tag(language);
        return texts.in(wanted).in(wanted);
    }

    @Transactional
    public void save(Member by, ProgramId program, ShortText told) {
        surveys.program(by.workspace(), program);
        var text = new ShortText(
                tag(told.language()), words("invitation", told.invitation()), words("reminder", told.reminder()));
        repository.save(by.workspace(), program, text, clock.instant());
        audit.record(by, "texts.changed", program.value());
    }

    /** A language that a text can be written in, as it is stored. */
    public static String tag(@Nullable String language) {
        return Languages.tag(language).orElseThrow(() -> Problem.invalid("language", "problem.mail.language"));
    }

    private static String words(String field, @Nullable String told) {
        String words =
                told == null ? "" : told.replace("\0", "").replace("\r\n", "\n").strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            throw Problem.invalid(field, "problem.mail.text", LONGEST);
        }
        if (!Places.names(words).contains(LINK)) {
            throw Problem.invalid(field, "problem.texts.link");
        }
        return words;
    }

    private static ShortText standard(String language, MessageSource messages) {
        Locale locale = Locale.forLanguageTag(language);
        return new ShortText(
                language,
                messages.getMessage("texts.invitation", null, locale),
                messages.getMessage("texts.reminder", null, locale));
    }
}
