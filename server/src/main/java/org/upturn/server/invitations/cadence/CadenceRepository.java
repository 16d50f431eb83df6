package org.upturn.server.invitations.cadence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.invitations.outbox.Audience;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of schedules. */
@Repository
class CadenceRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, Class<? extends Rhythm>> RHYTHMS =
            Map.of("every", Rhythm.Every.class, "event", Rhythm.Event.class, "milestone", Rhythm.Milestone.class);
    private static final String SELECT = """
            select id, program_id, name, rhythm, terms, audience, audience_key, audience_value, round, next_at,
              paused_at, problem, made_by
            from cadence
            where workspace_id = :workspace
            """;

    private static final String DUE = """
            paused_at is null
              and (rests_until is null or rests_until <= :now)
              and (next_at <= :now
                or exists (
                  select 1
                  from cadence_event event
                  where event.workspace_id = cadence.workspace_id
                    and event.cadence_id = cadence.id
                    and event.asked_at is null
                    and event.ready_at <= :now))""";

    private final JdbcClient jdbc;

    CadenceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A schedule whose time has come, held by this transaction. @param by who made it */
    record Due(Cadence cadence, MemberId by) {}

    void insert(Member by, Cadence made, Instant now) {
        with(by.workspace(), made, jdbc.sql("""
                        insert into cadence (workspace_id, id, program_id, name, rhythm, terms, event, audience,
                          audience_key, audience_value, round, next_at, made_by, created_at)
                        values (:workspace, :id, :program, :name, :rhythm, cast(:terms as jsonb), lower(:event),
                          :audience, :key, :value, cast(:round as jsonb), :next, :by, :now)
                        """))
                .param("program", made.program().value())
                .param("by", by.id().value())
                .param("now", Rows.time(now))
                .update();
    }

    void update(WorkspaceId workspace, Cadence changed) {
        with(workspace, changed, jdbc.sql("""
                        update cadence
                        set name = :name, rhythm = :rhythm, terms = cast(:terms as jsonb), event = lower(:event),
                          audience = :audience, audience_key = :key, audience_value = :value,
                          round = cast(:round as jsonb), next_at = :next, problem = null, rests_until = null
                        where workspace_id = :workspace
                          and id = :id
                        """)).update();
    }

    private static JdbcClient.StatementSpec with(
            WorkspaceId workspace, Cadence one, JdbcClient.StatementSpec statement) {
        return statement
                .param("workspace", workspace.value())
                .param("id", one.id())
                .param("name", one.name())
                .param("rhythm", one.rhythm().word())
                .param("terms", Rows.json(one.rhythm()))
                .param("event", one.rhythm() instanceof Rhythm.Event event ? event.event() : null)
                .param("audience", one.audience().kind().word())
                .param("key", one.audience().key())
                .param("value", one.audience().value())
                .param("round", Rows.json(one.round()))
                .param("next", Rows.time(one.nextAt()));
    }

    List<Cadence> ofProgram(WorkspaceId workspace, ProgramId program) {
        return jdbc.sql(SELECT + "and program_id = :program order by id")
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query(CadenceRepository::cadence)
                .list();
    }

    Optional<Cadence> find(WorkspaceId workspace, UUID id) {
        return jdbc.sql(SELECT + "and id = :id")
                .param("workspace", workspace.value())
                .param("id", id)
                .query(CadenceRepository::cadence)
                .optional();
    }

    void pause(WorkspaceId workspace, UUID id, @Nullable Instant since, @Nullable Instant next) {
        jdbc.sql("""
                        update cadence
                        set paused_at = :since, next_at = :next, problem = null, rests_until = null
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .param("since", Rows.time(since))
                .param("next", Rows.time(next))
                .update();
    }

    void delete(WorkspaceId workspace, UUID id) {
        jdbc.sql("delete from cadence where workspace_id = :workspace and id = :id")
                .param("workspace", workspace.value())
                .param("id", id)
                .update();
    }

    /** Workspaces in which a schedule's time has come. */
    List<WorkspaceId> workspaces(Instant now) {
        return jdbc.sql("""
                        -- every workspace
                        select distinct workspace_id
                        from cadence
                        where %s
                        """.formatted(DUE))
                .param("now", Rows.time(now))
                .query((row, n) -> new WorkspaceId(Rows.id(row, "workspace_id")))
                .list();
    }

    /** One schedule whose time has come; another server takes another. */
    Optional<Due> takeDue(WorkspaceId workspace, Instant now) {
        return jdbc.sql(SELECT + """
                        and %s
                        order by id
                        limit 1
                        for update skip locked
                        """.formatted(DUE))
                .param("workspace", workspace.value())
                .param("now", Rows.time(now))
                .query((row, n) -> new Due(cadence(row, n), new MemberId(Rows.id(row, "made_by"))))
                .optional();
    }

    void ran(WorkspaceId workspace, UUID id, @Nullable Instant next) {
        jdbc.sql("""
                        update cadence
                        set next_at = :next, problem = null, rests_until = null
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .param("next", Rows.time(next))
                .update();
    }

    void failed(WorkspaceId workspace, UUID id, String problem, Instant until) {
        jdbc.sql("""
                        update cadence
                        set problem = :problem, rests_until = :until
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .param("problem", problem)
                .param("until", Rows.time(until))
                .update();
    }

    private static Cadence cadence(ResultSet row, int n) throws SQLException {
        return new Cadence(
                Rows.id(row, "id"),
                new ProgramId(Rows.id(row, "program_id")),
                row.getString("name"),
                JSON.readValue(row.getString("terms"), RHYTHMS.get(row.getString("rhythm"))),
                new Audience(
                        Audience.Kind.valueOf(row.getString("audience").toUpperCase(Locale.ROOT)),
                        row.getString("audience_key"),
                        row.getString("audience_value")),
                JSON.readValue(row.getString("round"), Cadence.Round.class),
                Rows.timeOrNull(row, "next_at"),
                Rows.timeOrNull(row, "paused_at"),
                row.getString("problem"));
    }
}
