package org.upturn.server.changes;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.verbatims.Codebooks;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/** The door of the room: records changes. */
@Service
public class Changes {
    private final JdbcClient jdbc;
    private final Surveys surveys;
    private final Codebooks codebooks;
    private final AuditLog audit;
    private final Clock clock;

    Changes(JdbcClient jdbc, Surveys surveys, Codebooks codebooks, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.surveys = surveys;
        this.codebooks = codebooks;
        this.audit = audit;
        this.clock = clock;
    }

    /** A change to be recorded. */
    public record NewChange(
            @Nullable String theme,
            @Nullable String title,
            @Nullable String announcement) {}

    @Transactional
    public Change make(Member by, ProgramId program, NewChange told) {
        surveys.program(by.workspace(), program);
        String theme = text("theme", told.theme(), 200);
        if (codebooks.active(by.workspace(), program).codebook().theme(theme).isEmpty()) {
            throw Problem.invalid("theme", "problem.change.theme");
        }
        var change = new Change(
                Ids.next(),
                program,
                theme,
                text("title", told.title(), 200),
                text("announcement", told.announcement(), 5_000),
                clock.instant());
        insert(by, change);
        audit.record(by, "change.made", change.id());
        return change;
    }

    /** The changes of a program, the first first. */
    public List<Change> list(WorkspaceId workspace, ProgramId program) {
        return jdbc.sql("""
                        select id, theme_key, title, announcement, made_at
                        from change
                        where workspace_id = :workspace
                          and program_id = :program
                        order by made_at, id
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query((row, n) -> new Change(
                        Rows.id(row, "id"),
                        program,
                        row.getString("theme_key"),
                        row.getString("title"),
                        row.getString("announcement"),
                        Rows.time(row, "made_at")))
                .list();
    }

    private void insert(Member by, Change change) {
        jdbc.sql("""
                        insert into change (workspace_id, id, program_id, theme_key, title, announcement, made_at, made_by)
                        values (:workspace, :id, :program, :theme, :title, :announcement, :now, :by)
                        """)
                .param("workspace", by.workspace().value())
                .param("id", change.id())
                .param("program", change.program().value())
                .param("theme", change.theme())
                .param("title", change.title())
                .param("announcement", change.announcement())
                .param("now", Rows.time(change.madeAt()))
                .param("by", by.id().value())
                .update();
    }

    private static String text(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank() || value.length() > longest) {
            throw Problem.invalid(field, "problem.field", field, longest);
        }
        return value.strip();
    }
}
