package org.upturn.server.cases.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.workspaces.Member;

/** All SQL of routing rules. */
@Repository
class RoutingRepository {
    private final JdbcClient jdbc;

    RoutingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<RuleSet> live(WorkspaceId workspace, ProgramId program) {
        return jdbc.sql("""
                        select rules
                        from routing_rules
                        where workspace_id = :workspace
                          and program_id = :program
                          and live_at is not null
                        order by version desc
                        limit 1
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query((row, n) -> RuleJson.read(row.getString("rules")))
                .optional();
    }

    Optional<RuleSet> draft(WorkspaceId workspace, ProgramId program) {
        return jdbc.sql("""
                        select rules
                        from routing_rules
                        where workspace_id = :workspace
                          and program_id = :program
                          and live_at is null
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query((row, n) -> RuleJson.read(row.getString("rules")))
                .optional();
    }

    /** What the draft was before its last change; empty when there is none. */
    Optional<RuleSet> before(WorkspaceId workspace, ProgramId program) {
        return jdbc.sql("""
                        select before
                        from routing_rules
                        where workspace_id = :workspace
                          and program_id = :program
                          and live_at is null
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query((row, n) -> RuleJson.read(row.getString("before")))
                .optional();
    }

    /** The rules of a version that is or was live. */
    Optional<RuleSet> version(WorkspaceId workspace, ProgramId program, int version) {
        return jdbc.sql("""
                        select rules
                        from routing_rules
                        where workspace_id = :workspace
                          and program_id = :program
                          and version = :version
                          and live_at is not null
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .param("version", version)
                .query((row, n) -> RuleJson.read(row.getString("rules")))
                .optional();
    }

    /** When each version went live, the latest first. */
    List<RuleVersion> versions(WorkspaceId workspace, ProgramId program) {
        return jdbc.sql("""
                        select routing_rules.version, routing_rules.live_at, member.name,
                          jsonb_array_length(routing_rules.rules) as rules
                        from routing_rules
                        join member on member.workspace_id = routing_rules.workspace_id
                          and member.id = routing_rules.made_by
                        where routing_rules.workspace_id = :workspace
                          and routing_rules.program_id = :program
                          and routing_rules.live_at is not null
                        order by routing_rules.version desc
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query((row, n) -> new RuleVersion(
                        row.getInt("version"), row.getInt("rules"), row.getString("name"), Rows.time(row, "live_at")))
                .list();
    }

    /**
     * Puts a draft in the place of the one before, if there is one.
     *
     * @param before what it leads back to when it is undone
     */
    void keep(Member by, ProgramId program, RuleSet rules, RuleSet before, Instant now) {
        jdbc.sql("""
                        insert into routing_rules (workspace_id, program_id, version, rules, before, made_by, made_at)
                        select :workspace, :program, coalesce(max(version), 0) + 1, cast(:rules as jsonb),
                          cast(:before as jsonb), :by, :now
                        from routing_rules
                        where workspace_id = :workspace
                          and program_id = :program
                        on conflict (workspace_id, program_id) where live_at is null do update
                        set rules = excluded.rules, before = excluded.before, made_by = excluded.made_by,
                          made_at = excluded.made_at
                        where routing_rules.workspace_id = :workspace
                        """)
                .param("workspace", by.workspace().value())
                .param("program", program.value())
                .param("rules", RuleJson.write(rules))
                .param("before", RuleJson.write(before))
                .param("by", by.id().value())
                .param("now", Rows.time(now))
                .update();
    }

    /** False when there is no draft. */
    boolean goLive(Member by, ProgramId program, Instant now) {
        return jdbc.sql("""
                                update routing_rules
                                set live_at = :now, made_by = :by, before = null
                                where workspace_id = :workspace
                                  and program_id = :program
                                  and live_at is null
                                """)
                        .param("workspace", by.workspace().value())
                        .param("program", program.value())
                        .param("by", by.id().value())
                        .param("now", Rows.time(now))
                        .update()
                == 1;
    }

    /** Makes these live beside a draft, which stays one: it is always the latest version. */
    void goLiveBeside(Member by, ProgramId program, RuleSet rules, Instant now) {
        jdbc.sql("""
                        update routing_rules
                        set version = version + 1
                        where workspace_id = :workspace
                          and program_id = :program
                          and live_at is null
                        """)
                .param("workspace", by.workspace().value())
                .param("program", program.value())
                .update();
        jdbc.sql("""
                        insert into routing_rules (workspace_id, program_id, version, rules, made_by, made_at, live_at)
                        select :workspace, :program, coalesce(max(version), 0) + 1, cast(:rules as jsonb), :by, :now, :now
                        from routing_rules
                        where workspace_id = :workspace
                          and program_id = :program
                          and live_at is not null
                        """)
                .param("workspace", by.workspace().value())
                .param("program", program.value())
                .param("rules", RuleJson.write(rules))
                .param("by", by.id().value())
                .param("now", Rows.time(now))
                .update();
    }

    void discard(WorkspaceId workspace, ProgramId program) {
        jdbc.sql("""
                        delete from routing_rules
                        where workspace_id = :workspace
                          and program_id = :program
                          and live_at is null
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .update();
    }
}
