package org.upturn.server.invitations.mail;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;

/** All SQL of the texts of mails. Invitation and reminder greet alike. */
@Repository
class MailTextRepository {
    private final JdbcClient jdbc;

    MailTextRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<MailText> list(WorkspaceId workspace, ProgramId program) {
        return jdbc.sql("""
                        select language, subject, greeting, body, reminder_subject, reminder_body, low, high, reason,
                          unsubscribe
                        from mail_text
                        where workspace_id = :workspace
                          and program_id = :program
                        order by language
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query((row, n) -> new MailText(
                        row.getString("language"),
                        new MailText.Letter(row.getString("subject"), row.getString("greeting"), row.getString("body")),
                        new MailText.Letter(
                                row.getString("reminder_subject"),
                                row.getString("greeting"),
                                row.getString("reminder_body")),
                        row.getString("low"),
                        row.getString("high"),
                        row.getString("reason"),
                        row.getString("unsubscribe")))
                .list();
    }

    void save(WorkspaceId workspace, ProgramId program, MailText text, Instant now) {
        jdbc.sql("""
                        insert into mail_text (workspace_id, program_id, language, subject, greeting, body,
                          reminder_subject, reminder_body, low, high, reason, unsubscribe, updated_at)
                        values (:workspace, :program, :language, :subject, :greeting, :body,
                          :reminderSubject, :reminderBody, :low, :high, :reason, :unsubscribe, :now)
                        on conflict (workspace_id, program_id, language) do update
                        set subject = excluded.subject, greeting = excluded.greeting,
                          body = excluded.body, reminder_subject = excluded.reminder_subject,
                          reminder_body = excluded.reminder_body, low = excluded.low, high = excluded.high,
                          reason = excluded.reason, unsubscribe = excluded.unsubscribe,
                          updated_at = excluded.updated_at
                        where mail_text.workspace_id = :workspace
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .param("language", text.language())
                .param("subject", text.invitation().subject())
                .param("greeting", text.invitation().greeting())
                .param("body", text.invitation().body())
                .param("reminderSubject", text.reminder().subject())
                .param("reminderBody", text.reminder().body())
                .param("low", text.low())
                .param("high", text.high())
                .param("reason", text.reason())
                .param("unsubscribe", text.unsubscribe())
                .param("now", Rows.time(now))
                .update();
    }
}
