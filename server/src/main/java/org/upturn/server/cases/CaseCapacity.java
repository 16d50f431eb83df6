package org.upturn.server.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.upturn.server.invitations.cadence.Capacity;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;

/** Tells how many cases asking brings and how many the team closes. */
@Component
class CaseCapacity implements Capacity {
    private final JdbcClient jdbc;
    private final Clock clock;

    CaseCapacity(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Figures of(WorkspaceId workspace, ProgramId program) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        select
                          (select count(*)
                            from invitation
                            join wave on wave.workspace_id = :workspace and wave.id = invitation.wave_id
                            where invitation.workspace_id = :workspace
                              and wave.program_id = :program
                              and invitation.created_at > :halfAYearAgo) as asked,
                          (select count(*)
                            from cases
                            where workspace_id = :workspace
                              and program_id = :program
                              and opened_at > :halfAYearAgo) as cases,
                          (select count(*)
                            from case_closure closure
                            join cases on cases.workspace_id = :workspace and cases.id = closure.case_id
                            where closure.workspace_id = :workspace
                              and cases.program_id = :program
                              and closure.closed_at > :quarterAgo
                              and closure.reopened_at is null) as closed,
                          (select count(*)
                            from cases
                            where workspace_id = :workspace
                              and program_id = :program
                              and outcome is null) as open
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .param("halfAYearAgo", Rows.time(now.minus(Duration.ofDays(180))))
                .param("quarterAgo", Rows.time(now.minus(Duration.ofDays(90))))
                .query((row, n) -> new Figures(
                        row.getLong("asked"), row.getLong("cases"), row.getLong("closed"), row.getLong("open")))
                .single();
    }
}
