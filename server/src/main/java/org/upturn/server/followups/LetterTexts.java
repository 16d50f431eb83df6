package org.upturn.server.followups;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.invitations.mail.ProgramTexts;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.questions.Languages;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/** The templates of letters: “the template stays templated up to that one sentence” (S4-10). */
@Service
public class LetterTexts {
    static final int LONGEST_LINE = 200;
    static final int LONGEST_REST = 5_000;

    private final MessageSource messages;
    private final Surveys surveys;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    LetterTexts(MessageSource messages, Surveys surveys, JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.messages = messages;
        this.surveys = surveys;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    public ProgramTexts<LetterText> ofProgram(WorkspaceId workspace, ProgramId program) {
        List<String> languages =
                surveys.latestSurvey(workspace, program).questionnaire().languages();
        return new ProgramTexts<>(
                languages,
                own(workspace, program),
                Languages.SPOKEN.stream().map(this::standard).toList());
    }

    @Transactional
    public void save(Member by, ProgramId program, LetterText told) {
        surveys.program(by.workspace(), program);
        LetterText text = checked(told);
        jdbc.sql("""
                        insert into follow_up_text (workspace_id, program_id, language, subject, greeting, rest, updated_at)
                        values (:workspace, :program, :language, :subject, :greeting, :rest, :now)
                        on conflict (workspace_id, program_id, language) do update
                        set subject = excluded.subject, greeting = excluded.greeting, rest = excluded.rest,
                          updated_at = excluded.updated_at
                        where follow_up_text.workspace_id = :workspace
                        """)
                .param("workspace", by.workspace().value())
                .param("program", program.value())
                .param("language", text.language())
                .param("subject", text.subject())
                .param("greeting", text.greeting())
                .param("rest", text.rest())
                .param("now", Rows.time(clock.instant()))
                .update();
        audit.record(by, "follow-up.text.changed", program.value());
    }

    /** Back to the standard words. */
    @Transactional
    public void reset(Member by, ProgramId program, String language) {
        surveys.program(by.workspace(), program);
        jdbc.sql("""
                        delete from follow_up_text
                        where workspace_id = :workspace
                          and program_id = :program
                          and language = :language
                        """)
                .param("workspace", by.workspace().value())
                .param("program", program.value())
                .param("language", language)
                .update();
        audit.record(by, "follow-up.text.changed", program.value());
    }

    /** One of our own sentences for people, in this language where we speak it. */
    String word(String key, String language, Object... values) {
        return messages.getMessage(
                key, values, Locale.forLanguageTag(Languages.spoken(language).toLanguageTag()));
    }

    private LetterText standard(String language) {
        return new LetterText(
                language,
                word("letter.subject", language),
                word("letter.greeting", language),
                word("letter.rest", language));
    }

    private List<LetterText> own(WorkspaceId workspace, ProgramId program) {
        return jdbc.sql("""
                        select language, subject, greeting, rest
                        from follow_up_text
                        where workspace_id = :workspace
                          and program_id = :program
                        order by language
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query((row, n) -> new LetterText(
                        row.getString("language"),
                        row.getString("subject"),
                        row.getString("greeting"),
                        row.getString("rest")))
                .list();
    }

    private static LetterText checked(LetterText told) {
        if (!told.language().matches("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*")) {
            throw Problem.invalid("language", "problem.letter.language");
        }
        String subject = line("subject", told.subject());
        String greeting = line("greeting", told.greeting());
        String rest = told.rest().replace("\0", "").strip();
        if (rest.isEmpty() || rest.length() > LONGEST_REST) {
            throw Problem.invalid("rest", "problem.letter.rest", LONGEST_REST);
        }
        return new LetterText(told.language(), subject, greeting, rest);
    }

    /** One line that says something. */
    static String line(String field, String told) {
        String line = told.replaceAll("\\p{Cntrl}+", " ").strip();
        if (line.isEmpty() || line.length() > LONGEST_LINE) {
            throw Problem.invalid(field, "problem.letter.line", LONGEST_LINE);
        }
        return line;
    }
}
