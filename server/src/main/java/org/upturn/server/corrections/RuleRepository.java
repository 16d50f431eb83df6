package org.upturn.server.corrections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.workspaces.Member;

/** All SQL of rules. */
@Repository
class RuleRepository {
    private final JdbcClient jdbc;

    RuleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A rule of a program. @param lookedAt up to where it has looked at addresses */
    record Active(ProgramId program, CorrectionRule rule, Instant lookedAt) {}

    List<CorrectionRule> ofProgram(WorkspaceId workspace, ProgramId program) {
        return jdbc.sql("""
                        select kind, delay_minutes, days, since
                        from correction_rule
                        where workspace_id = :workspace
                          and program_id = :program
                        order by kind
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query((row, n) -> rule(row))
                .list();
    }

    /** Turns it on, or changes one that is on, which goes on from where it is. */
    void save(Member by, ProgramId program, CorrectionRule rule) {
        jdbc.sql("""
                        insert into correction_rule (workspace_id, program_id, kind, delay_minutes, days, since, started_by,
                          looked_at)
                        values (:workspace, :program, :kind, :delay, :days, :since, :by, :since)
                        on conflict (workspace_id, program_id, kind) do update
                        set delay_minutes = excluded.delay_minutes, days = excluded.days
                        where correction_rule.workspace_id = :workspace
                        """)
                .param("workspace", by.workspace().value())
                .param("program", program.value())
                .param("kind", rule.kind().word())
                .param("delay", rule.delay().toMinutes())
                .param("days", rule.days())
                .param("since", Rows.time(rule.since()))
                .param("by", by.id().value())
                .update();
    }

    boolean delete(WorkspaceId workspace, ProgramId program, RuleKind kind) {
        return jdbc.sql("""
                        delete from correction_rule
                        where workspace_id = :workspace
                          and program_id = :program
                          and kind = :kind
                        """)
                        .param("workspace", workspace.value())
                        .param("program", program.value())
                        .param("kind", kind.word())
                        .update()
                == 1;
    }

    List<WorkspaceId> workspaces() {
        return jdbc.sql("""
                        -- every workspace
                        select distinct workspace_id
                        from correction_rule
                        order by workspace_id
                        """)
                .query((row, n) -> new WorkspaceId(Rows.id(row, "workspace_id")))
                .list();
    }

    List<Active> all(WorkspaceId workspace) {
        return jdbc.sql("""
                        select program_id, kind, delay_minutes, days, since, looked_at
                        from correction_rule
                        where workspace_id = :workspace
                        order by program_id, kind = 'any-why', kind
                        """)
                .param("workspace", workspace.value())
                .query((row, n) -> active(row))
                .list();
    }

    /** Held until the end of the transaction; empty while another server has it, or when it was turned off. */
    Optional<Active> hold(WorkspaceId workspace, ProgramId program, RuleKind kind) {
        return jdbc.sql("""
                        select program_id, kind, delay_minutes, days, since, looked_at
                        from correction_rule
                        where workspace_id = :workspace
                          and program_id = :program
                          and kind = :kind
                        for update skip locked
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .param("kind", kind.word())
                .query((row, n) -> active(row))
                .optional();
    }

    void markLookedAt(WorkspaceId workspace, ProgramId program, RuleKind kind, Instant until) {
        jdbc.sql("""
                        update correction_rule
                        set looked_at = greatest(looked_at, :until)
                        where workspace_id = :workspace
                          and program_id = :program
                          and kind = :kind
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .param("kind", kind.word())
                .param("until", Rows.time(until))
                .update();
    }

    private static Active active(ResultSet row) throws SQLException {
        return new Active(new ProgramId(Rows.id(row, "program_id")), rule(row), Rows.time(row, "looked_at"));
    }

    private static CorrectionRule rule(ResultSet row) throws SQLException {
        return new CorrectionRule(
                RuleKind.of(row.getString("kind")),
                Duration.ofMinutes(row.getLong("delay_minutes")),
                row.getInt("days"),
                Rows.time(row, "since"));
    }
}
