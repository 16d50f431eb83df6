package org.upturn.server.surveys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.questions.Questionnaire;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;

/** All SQL of drafts and the comments on them. */
@Repository
class SurveyDraftRepository {
    private final JdbcClient jdbc;

    SurveyDraftRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SurveyDraft> find(WorkspaceId workspace, ProgramId program) {
        return jdbc.sql("""
                        select content, revision, changed_by, changed_at
                        from survey_draft
                        where workspace_id = :workspace
                          and program_id = :program
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query((row, n) -> new SurveyDraft(
                        Contents.of(row.getString("content")),
                        row.getInt("revision"),
                        new MemberId(Rows.id(row, "changed_by")),
                        Rows.time(row, "changed_at")))
                .optional();
    }

    /** Stores it under the next revision. */
    void save(Member member, ProgramId program, Questionnaire content, Instant now) {
        jdbc.sql("""
                        insert into survey_draft (workspace_id, program_id, content, revision, changed_by, changed_at)
                        values (:workspace, :program, cast(:content as jsonb), 1, :by, :now)
                        on conflict (workspace_id, program_id) do update
                        set content = excluded.content, revision = survey_draft.revision + 1,
                          changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        """)
                .param("workspace", member.workspace().value())
                .param("program", program.value())
                .param("content", Contents.json(content))
                .param("by", member.id().value())
                .param("now", Rows.time(now))
                .update();
    }

    void delete(WorkspaceId workspace, ProgramId program) {
        jdbc.sql("delete from survey_draft where workspace_id = :workspace and program_id = :program")
                .param("workspace", workspace.value())
                .param("program", program.value())
                .update();
    }

    void insert(Member member, ProgramId program, SurveyComment comment) {
        jdbc.sql("""
                        insert into survey_comment (workspace_id, id, program_id, about, words, written_by, written_at)
                        values (:workspace, :id, :program, :about, :words, :by, :now)
                        """)
                .param("workspace", member.workspace().value())
                .param("id", comment.id())
                .param("program", program.value())
                .param("about", comment.about())
                .param("words", comment.words())
                .param("by", member.id().value())
                .param("now", Rows.time(comment.writtenAt()))
                .update();
    }

    /** Whether there is such a comment; the first resolution stays. */
    boolean resolve(Member member, ProgramId program, UUID id, Instant now) {
        return jdbc.sql("""
                        update survey_comment
                        set resolved_by = coalesce(resolved_by, :by), resolved_at = coalesce(resolved_at, :now)
                        where workspace_id = :workspace
                          and program_id = :program
                          and id = :id
                        """)
                        .param("workspace", member.workspace().value())
                        .param("program", program.value())
                        .param("id", id)
                        .param("by", member.id().value())
                        .param("now", Rows.time(now))
                        .update()
                == 1;
    }

    List<SurveyComment> comments(WorkspaceId workspace, ProgramId program) {
        return jdbc.sql("""
                        select id, about, words, written_by, written_at, resolved_by, resolved_at
                        from survey_comment
                        where workspace_id = :workspace
                          and program_id = :program
                        order by id
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query(SurveyDraftRepository::comment)
                .list();
    }

    private static SurveyComment comment(ResultSet row, int n) throws SQLException {
        UUID resolver = Rows.id(row, "resolved_by");
        return new SurveyComment(
                Rows.id(row, "id"),
                row.getString("about"),
                row.getString("words"),
                new MemberId(Rows.id(row, "written_by")),
                Rows.time(row, "written_at"),
                resolver == null ? null : new MemberId(resolver),
                Rows.timeOrNull(row, "resolved_at"));
    }
}
