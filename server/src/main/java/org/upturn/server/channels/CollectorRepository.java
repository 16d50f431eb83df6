package org.upturn.server.channels;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.invitations.Channel;
import org.upturn.server.invitations.InvitationId;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.Member;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of collectors and of what came by them. */
@Repository
class CollectorRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SELECT = """
            select workspace_id, id, program_id, wave_id, kind, name, public_key, settings, secret is not null as signs,
              created_at, closed_at
            from collector
            """;

    private final JdbcClient jdbc;

    CollectorRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Member by, Collector made) {
        jdbc.sql("""
                        insert into collector (workspace_id, id, program_id, wave_id, kind, name, public_key, settings,
                          created_by, created_at)
                        values (:workspace, :id, :program, :wave, :kind, :name, :key, cast(:settings as jsonb), :by,
                          :now)
                        """)
                .param("workspace", made.workspace().value())
                .param("id", made.id().value())
                .param("program", made.program().value())
                .param("wave", made.wave() == null ? null : made.wave().value())
                .param("kind", made.kind().word())
                .param("name", made.name())
                .param("key", made.key())
                .param("settings", Rows.json(made.settings()))
                .param("by", by.id().value())
                .param("now", Rows.time(made.createdAt()))
                .update();
        insertKey(made.workspace(), made.id(), made.key());
    }

    /** Name, wave and settings as they are handed in. */
    void update(Collector changed) {
        jdbc.sql("""
                        update collector
                        set name = :name, wave_id = :wave, settings = cast(:settings as jsonb)
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", changed.workspace().value())
                .param("id", changed.id().value())
                .param("name", changed.name())
                .param("wave", changed.wave() == null ? null : changed.wave().value())
                .param("settings", Rows.json(changed.settings()))
                .update();
    }

    /** The link of before leads nowhere from now on. */
    void rotate(WorkspaceId workspace, CollectorId id, String key) {
        jdbc.sql("delete from collector_key where workspace_id = :workspace and collector_id = :id")
                .param("workspace", workspace.value())
                .param("id", id.value())
                .update();
        jdbc.sql("update collector set public_key = :key where workspace_id = :workspace and id = :id")
                .param("workspace", workspace.value())
                .param("id", id.value())
                .param("key", key)
                .update();
        insertKey(workspace, id, key);
    }

    private void insertKey(WorkspaceId workspace, CollectorId id, String key) {
        jdbc.sql("""
                        insert into collector_key (public_key, workspace_id, collector_id)
                        values (:key, :workspace, :id)
                        """)
                .param("key", key)
                .param("workspace", workspace.value())
                .param("id", id.value())
                .update();
    }

    /** @param by null to open it again */
    void close(WorkspaceId workspace, CollectorId id, @Nullable Member by, @Nullable Instant now) {
        jdbc.sql("""
                        update collector
                        set closed_by = :by, closed_at = :now
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", workspace.value())
                .param("id", id.value())
                .param("by", by == null ? null : by.id().value())
                .param("now", Rows.time(now))
                .update();
    }

    void keepSecret(WorkspaceId workspace, CollectorId id, byte[] sealed) {
        jdbc.sql("update collector set secret = :secret where workspace_id = :workspace and id = :id")
                .param("workspace", workspace.value())
                .param("id", id.value())
                .param("secret", sealed)
                .update();
    }

    Optional<byte[]> secret(WorkspaceId workspace, CollectorId id) {
        return jdbc.sql("""
                        select secret
                        from collector
                        where workspace_id = :workspace
                          and id = :id
                          and secret is not null
                        """)
                .param("workspace", workspace.value())
                .param("id", id.value())
                .query((row, n) -> row.getBytes("secret"))
                .optional();
    }

    List<Collector> list(WorkspaceId workspace, ProgramId program) {
        return jdbc.sql(SELECT + "where workspace_id = :workspace and program_id = :program order by id")
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query(CollectorRepository::collector)
                .list();
    }

    Optional<Collector> find(WorkspaceId workspace, CollectorId id) {
        return jdbc.sql(SELECT + "where workspace_id = :workspace and id = :id")
                .param("workspace", workspace.value())
                .param("id", id.value())
                .query(CollectorRepository::collector)
                .optional();
    }

    Optional<Collector> findByKey(String key) {
        return jdbc.sql("select workspace_id, collector_id from collector_key where public_key = :key")
                .param("key", key)
                .query((row, n) -> find(
                        new WorkspaceId(Rows.id(row, "workspace_id")), new CollectorId(Rows.id(row, "collector_id"))))
                .optional()
                .flatMap(found -> found);
    }

    /** Takes this answer's key; false when it was taken before. */
    boolean claim(Collector by, UUID key, Instant now) {
        return jdbc.sql("""
                                insert into collected_answer (workspace_id, collector_id, key, received_at)
                                values (:workspace, :collector, :key, :now)
                                on conflict (workspace_id, collector_id, key) do nothing
                                """)
                        .param("workspace", by.workspace().value())
                        .param("collector", by.id().value())
                        .param("key", key)
                        .param("now", Rows.time(now))
                        .update()
                == 1;
    }

    void note(Collector by, UUID key, InvitationId invitation) {
        jdbc.sql("""
                        update collected_answer
                        set invitation_id = :invitation
                        where workspace_id = :workspace
                          and collector_id = :collector
                          and key = :key
                        """)
                .param("workspace", by.workspace().value())
                .param("collector", by.id().value())
                .param("key", key)
                .param("invitation", invitation.value())
                .update();
    }

    Optional<InvitationId> invitation(Collector by, UUID key) {
        return jdbc.sql("""
                        select invitation_id
                        from collected_answer
                        where workspace_id = :workspace
                          and collector_id = :collector
                          and key = :key
                          and invitation_id is not null
                        """)
                .param("workspace", by.workspace().value())
                .param("collector", by.id().value())
                .param("key", key)
                .query((row, n) -> new InvitationId(Rows.id(row, "invitation_id")))
                .optional();
    }

    Map<Channel, Long> counts(WorkspaceId workspace, WaveId wave) {
        var counts = new TreeMap<Channel, Long>();
        jdbc.sql("""
                        select channel, count(*) as answers
                        from response
                        where workspace_id = :workspace
                          and wave_id = :wave
                        group by channel
                        """)
                .param("workspace", workspace.value())
                .param("wave", wave.value())
                .query(row -> {
                    counts.put(Channel.of(row.getString("channel")), row.getLong("answers"));
                });
        return counts;
    }

    private static Collector collector(ResultSet row, int n) throws SQLException {
        UUID wave = Rows.id(row, "wave_id");
        return new Collector(
                new WorkspaceId(Rows.id(row, "workspace_id")),
                new CollectorId(Rows.id(row, "id")),
                new ProgramId(Rows.id(row, "program_id")),
                wave == null ? null : new WaveId(wave),
                CollectorKind.of(row.getString("kind")),
                row.getString("name"),
                row.getString("public_key"),
                JSON.readValue(row.getString("settings"), CollectorSettings.class),
                row.getBoolean("signs"),
                Rows.time(row, "created_at"),
                Rows.timeOrNull(row, "closed_at"));
    }
}
