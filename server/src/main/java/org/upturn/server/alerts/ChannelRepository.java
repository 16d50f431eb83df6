package org.upturn.server.alerts;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.installation.Seal;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.workspaces.Member;

/** The SQL of channels. Address and secret go in and out sealed. */
@Repository
class ChannelRepository {
    private static final String COLUMNS = "id, program_id, kind, name, host, public_url, last_sent_at, last_problem";

    private final JdbcClient jdbc;
    private final Seal seal;
    private final Clock clock;

    ChannelRepository(JdbcClient jdbc, Seal seal, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
    }

    /** What opens a channel; kept out of everything that is shown or logged. */
    record Key(URI url, @Nullable String secret) {
        @Override
        public String toString() {
            return "Key[…]";
        }
    }

    void insert(Member by, AlertChannel channel, Key key) {
        jdbc.sql("""
                        insert into alert_channel (workspace_id, id, program_id, kind, name, host, url, secret, public_url,
                          added_by, added_at)
                        values (:workspace, :id, :program, :kind, :name, :host, :url, :secret, :publicUrl, :by,
                          :now)
                        """)
                .param("workspace", by.workspace().value())
                .param("id", channel.id())
                .param("program", channel.program().value())
                .param("kind", channel.kind().word())
                .param("name", channel.name())
                .param("host", channel.host())
                .param("url", seal.close(key.url().toString(), purpose("address", by.workspace(), channel.id())))
                .param(
                        "secret",
                        key.secret() == null
                                ? null
                                : seal.close(key.secret(), purpose("secret", by.workspace(), channel.id())))
                .param("publicUrl", channel.publicUrl())
                .param("by", by.id().value())
                .param("now", Rows.time(clock.instant()))
                .update();
    }

    List<AlertChannel> ofProgram(WorkspaceId workspace, ProgramId program) {
        return jdbc.sql("""
                        select %s
                        from alert_channel
                        where workspace_id = :workspace
                          and program_id = :program
                          and removed_at is null
                        order by id
                        """.formatted(COLUMNS))
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query(ChannelRepository::channel)
                .list();
    }

    Optional<AlertChannel> find(WorkspaceId workspace, UUID id) {
        return jdbc.sql("""
                        select %s
                        from alert_channel
                        where workspace_id = :workspace
                          and id = :id
                          and removed_at is null
                        """.formatted(COLUMNS))
                .param("workspace", workspace.value())
                .param("id", id)
                .query(ChannelRepository::channel)
                .optional();
    }

    Key key(WorkspaceId workspace, UUID id) {
        return jdbc.sql("select url, secret from alert_channel where workspace_id = :workspace and id = :id")
                .param("workspace", workspace.value())
                .param("id", id)
                .query((row, n) -> new Key(
                        URI.create(seal.open(row.getBytes("url"), purpose("address", workspace, id))),
                        row.getBytes("secret") == null
                                ? null
                                : seal.open(row.getBytes("secret"), purpose("secret", workspace, id))))
                .single();
    }

    /** Forgets address and secret for good. */
    boolean remove(WorkspaceId workspace, UUID id) {
        return jdbc.sql("""
                                update alert_channel
                                set removed_at = :now, url = '', secret = null
                                where workspace_id = :workspace
                                  and id = :id
                                  and removed_at is null
                                """)
                        .param("workspace", workspace.value())
                        .param("id", id)
                        .param("now", Rows.time(clock.instant()))
                        .update()
                == 1;
    }

    void note(WorkspaceId workspace, UUID id, @Nullable String problem) {
        jdbc.sql("""
                        update alert_channel
                        set last_problem = :problem,
                          last_sent_at = case when cast(:problem as text) is null then :now else last_sent_at end
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .param("problem", problem)
                .param("now", Rows.time(clock.instant()))
                .update();
    }

    private static AlertChannel channel(ResultSet row, int n) throws SQLException {
        return new AlertChannel(
                Rows.id(row, "id"),
                new ProgramId(Rows.id(row, "program_id")),
                ChannelKind.of(row.getString("kind")),
                row.getString("name"),
                row.getString("host"),
                row.getString("public_url"),
                Rows.timeOrNull(row, "last_sent_at"),
                row.getString("last_problem"));
    }

    private static String purpose(String what, WorkspaceId workspace, UUID id) {
        return what + " of alert channel " + id + " of " + workspace.value();
    }
}
