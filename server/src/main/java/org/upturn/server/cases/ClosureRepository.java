package org.upturn.server.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;

/**
 * The SQL of closing and reopening: rows with who and when, never a flag. The outcome that stands is also noted on the
 * case by the same statement, so that lists and figures of many cases need not look through all closures.
 */
@Repository
class ClosureRepository {
    private final JdbcClient jdbc;

    ClosureRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param by null when it closes by itself, which waits for nobody */
    void close(WorkspaceId workspace, CaseId id, Outcome outcome, String reason, @Nullable MemberId by, Instant now) {
        if (by != null && isRequestWaiting(workspace, id)) {
            throw Problem.conflict("problem.closure.request");
        }
        jdbc.sql("""
                        with closed as (
                          insert into case_closure (workspace_id, id, case_id, outcome, reason, closed_by, closed_at)
                          values (:workspace, :closure, :id, :outcome, :reason, :by, :now)
                        )
                        update cases
                        set outcome = :outcome
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", workspace.value())
                .param("closure", Ids.next())
                .param("id", id.value())
                .param("outcome", outcome.word())
                .param("reason", reason)
                .param("by", by == null ? null : by.value())
                .param("now", Rows.time(now))
                .update();
    }

    private boolean isRequestWaiting(WorkspaceId workspace, CaseId id) {
        return jdbc.sql("""
                        select exists (
                          select 1
                          from case_action
                          where workspace_id = :workspace
                            and case_id = :id
                            and granted is null
                            and undone_at is null)
                        """)
                .param("workspace", workspace.value())
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    boolean reopen(Member by, CaseId id, Instant now) {
        return jdbc.sql("""
                                with reopened as (
                                  update case_closure
                                  set reopened_by = :by, reopened_at = :now
                                  where workspace_id = :workspace
                                    and case_id = :id
                                    and reopened_at is null
                                  returning workspace_id, case_id
                                )
                                update cases
                                set outcome = null
                                from reopened
                                where cases.workspace_id = reopened.workspace_id
                                  and cases.id = reopened.case_id
                                """)
                        .param("workspace", by.workspace().value())
                        .param("id", id.value())
                        .param("by", by.id().value())
                        .param("now", Rows.time(now))
                        .update()
                == 1;
    }

    /** A case that closed because the answer rose opens again when the answer falls again. */
    void reopenAfterChangedAnswer(WorkspaceId workspace, ResponseId response, Instant now) {
        jdbc.sql("""
                        with reopened as (
                          update case_closure
                          set reopened_at = :now
                          from cases
                          where cases.workspace_id = case_closure.workspace_id
                            and cases.id = case_closure.case_id
                            and case_closure.workspace_id = :workspace
                            and cases.response_id = :response
                            and case_closure.outcome = 'answer-changed'
                            and case_closure.reopened_at is null
                          returning case_closure.workspace_id, case_closure.case_id
                        )
                        update cases
                        set outcome = null
                        from reopened
                        where cases.workspace_id = reopened.workspace_id
                          and cases.id = reopened.case_id
                        """)
                .param("workspace", workspace.value())
                .param("response", response.value())
                .param("now", Rows.time(now))
                .update();
    }

    List<Closure> closures(WorkspaceId workspace, CaseId id) {
        return jdbc.sql("""
                        select closure.outcome, closure.reason, closer.name as closer, closure.closed_at,
                          reopener.name as reopener, closure.reopened_at
                        from case_closure closure
                        left join member closer on closer.workspace_id = closure.workspace_id
                          and closer.id = closure.closed_by
                        left join member reopener on reopener.workspace_id = closure.workspace_id
                          and reopener.id = closure.reopened_by
                        where closure.workspace_id = :workspace
                          and closure.case_id = :id
                        order by closure.closed_at, closure.id
                        """)
                .param("workspace", workspace.value())
                .param("id", id.value())
                .query((row, n) -> new Closure(
                        Outcome.of(row.getString("outcome")),
                        row.getString("reason"),
                        row.getString("closer"),
                        Rows.time(row, "closed_at"),
                        row.getString("reopener"),
                        Rows.timeOrNull(row, "reopened_at")))
                .list();
    }
}
