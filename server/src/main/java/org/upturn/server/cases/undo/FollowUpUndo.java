package org.upturn.server.cases.undo;

import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.Cases;
import org.upturn.server.cases.FollowUp;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Rows;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/** Takes back what was logged by mistake. That it was logged, and who took it back, stays. */
@Service
public class FollowUpUndo {
    private final Cases cases;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    FollowUpUndo(Cases cases, JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.cases = cases;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes an entry back. When it was the only one that says that somebody was in touch, the recovery window runs on.
     *
     * @throws Problem when the case is closed, when it took place in Upturn itself, or when it is somebody else's and the
     *     member is no manager
     */
    @Transactional
    public void takeBack(Member by, CaseId id, UUID followUp) {
        hold(by, id);
        if (!cases.find(by.workspace(), id).isOpen()) {
            throw Problem.conflict("problem.case.closed");
        }
        FollowUp known = cases.followUps(by.workspace(), id).stream()
                .filter(one -> one.id().equals(followUp))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("problem.unknown.followUp"));
        if (!known.mayBeTakenBackBy(by)) {
            throw Problem.conflict(known.happened() ? "problem.followUp.happened" : "problem.followUp.other");
        }
        jdbc.sql("""
                        update follow_up
                        set taken_back_by = :by, taken_back_at = :now
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", by.workspace().value())
                .param("id", followUp)
                .param("by", by.id().value())
                .param("now", Rows.time(clock.instant()))
                .update();
        contactedAsLogged(by, id);
        audit.record(by, "case.follow-up.taken-back", id.value());
    }

    private void hold(Member by, CaseId id) {
        jdbc.sql("select id from cases where workspace_id = :workspace and id = :id for update")
                .param("workspace", by.workspace().value())
                .param("id", id.value())
                .query(UUID.class)
                .optional();
    }

    private void contactedAsLogged(Member by, CaseId id) {
        jdbc.sql("""
                        update cases
                        set contacted_at = (
                          select min(logged_at)
                          from follow_up
                          where workspace_id = :workspace
                            and case_id = :id
                            and kind in ('contacted', 'promised', 'response')
                            and taken_back_at is null)
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", by.workspace().value())
                .param("id", id.value())
                .update();
    }
}
