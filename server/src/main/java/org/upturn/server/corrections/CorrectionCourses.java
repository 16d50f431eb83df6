package org.upturn.server.corrections;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.ResponseId;

/** Notes how corrections go on and end; each ends once. */
@Repository
class CorrectionCourses {
    private final JdbcClient jdbc;

    CorrectionCourses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void markOpened(WorkspaceId workspace, CorrectionId id, Instant now) {
        jdbc.sql("""
                        update correction
                        set opened_at = :now
                        where workspace_id = :workspace
                          and id = :id
                          and opened_at is null
                          and ended_at is null
                        """)
                .param("workspace", workspace.value())
                .param("id", id.value())
                .param("now", Rows.time(now))
                .update();
    }

    /** Ends it while it is open; false when it is over, or ran out. */
    boolean end(WorkspaceId workspace, CorrectionId id, String outcome, Instant now) {
        return jdbc.sql("""
                        update correction
                        set ended_at = :now, outcome = :outcome,
                          opened_at = case
                            when cast(:outcome as text) = 'answered' then coalesce(opened_at, :now) else opened_at end
                        where workspace_id = :workspace
                          and id = :id
                          and ended_at is null
                          and expires_at > :now
                        """)
                        .param("workspace", workspace.value())
                        .param("id", id.value())
                        .param("outcome", outcome)
                        .param("now", Rows.time(now))
                        .update()
                == 1;
    }

    void markAnswered(WorkspaceId workspace, CorrectionId id, int version) {
        jdbc.sql("""
                        update correction
                        set answered_version = :version
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", workspace.value())
                .param("id", id.value())
                .param("version", version)
                .update();
    }

    /** Notes which have run out. @return how many */
    int expire(Instant now) {
        return jdbc.sql("""
                        -- every workspace
                        update correction
                        set ended_at = expires_at, outcome = 'expired'
                        where ended_at is null
                          and expires_at <= :now
                        """).param("now", Rows.time(now)).update();
    }

    /** The same of one answer, so that it can be asked about again at once. */
    void expire(WorkspaceId workspace, ResponseId response, Instant now) {
        jdbc.sql("""
                        update correction
                        set ended_at = expires_at, outcome = 'expired'
                        where workspace_id = :workspace
                          and response_id = :response
                          and ended_at is null
                          and expires_at <= :now
                        """)
                .param("workspace", workspace.value())
                .param("response", response.value())
                .param("now", Rows.time(now))
                .update();
    }
}
