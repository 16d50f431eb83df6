package org.upturn.server.invitations.texts;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;

/** All SQL of the texts of text messages. */
@Repository
class ShortTextRepository {
    private final JdbcClient jdbc;

    ShortTextRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ShortText> list(WorkspaceId workspace, ProgramId program) {
        return jdbc.sql("""
                        select language, invitation, reminder
                        from short_text
                        where workspace_id = :workspace
                          and program_id = :program
                        order by language
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query((row, n) -> new ShortText(
                        row.getString("language"), row.getString("invitation"), row.getString("reminder")))
                .list();
    }

    void save(WorkspaceId workspace, ProgramId program, ShortText text, Instant now) {
        jdbc.sql("""
                        insert into short_text (workspace_id, program_id, language, invitation, reminder, updated_at)
                        values (:workspace, :program, :language, :invitation, :reminder, :now)
                        on conflict (workspace_id, program_id, language) do update
                        set invitation = excluded.invitation, reminder = excluded.reminder,
                          updated_at = excluded.updated_at
                        where short_text.workspace_id = :workspace
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .param("language", text.language())
                .param("invitation", text.invitation())
                .param("reminder", text.reminder())
                .param("now", Rows.time(now))
                .update();
    }
}
