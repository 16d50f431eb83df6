package org.upturn.server.invitations.texts;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.installation.Seal;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;

/** All SQL of the settings of gateways. The secret goes in and out sealed. */
@Repository
class GatewaySettingsRepository {
    private final JdbcClient jdbc;
    private final Seal seal;

    GatewaySettingsRepository(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    Optional<GatewaySettings> find(WorkspaceId workspace) {
        return jdbc.sql("""
                        select url, sender, public_url, per_minute, reports_signed
                        from gateway_settings
                        where workspace_id = :workspace
                        """)
                .param("workspace", workspace.value())
                .query((row, n) -> new GatewaySettings(
                        row.getString("url"),
                        row.getString("sender"),
                        row.getString("public_url"),
                        row.getInt("per_minute"),
                        row.getBoolean("reports_signed")))
                .optional();
    }

    Optional<GatewayStanding> standing(WorkspaceId workspace) {
        return jdbc.sql("""
                        select rest_until, last_problem, hook_hash
                        from gateway_settings
                        where workspace_id = :workspace
                        """)
                .param("workspace", workspace.value())
                .query((row, n) -> new GatewayStanding(
                        Rows.timeOrNull(row, "rest_until"),
                        row.getString("last_problem"),
                        row.getBytes("hook_hash") != null))
                .optional();
    }

    /** Saves, and lets what waited for another try be tried at once. */
    void save(WorkspaceId workspace, GatewaySettings settings, String secret, Instant now) {
        jdbc.sql("""
                        insert into gateway_settings (workspace_id, url, secret, sender, public_url, per_minute,
                          reports_signed, updated_at)
                        values (:workspace, :url, :secret, :sender, :publicUrl, :perMinute, :signed, :now)
                        on conflict (workspace_id) do update
                        set url = excluded.url, secret = excluded.secret, sender = excluded.sender,
                          public_url = excluded.public_url, per_minute = excluded.per_minute,
                          reports_signed = excluded.reports_signed,
                          failures = 0, rest_until = null, last_problem = null, updated_at = excluded.updated_at
                        where gateway_settings.workspace_id = :workspace
                        """)
                .param("workspace", workspace.value())
                .param("url", settings.url())
                .param("secret", seal.close(secret, purpose(workspace)))
                .param("sender", settings.sender())
                .param("publicUrl", settings.publicUrl())
                .param("perMinute", settings.perMinute())
                .param("signed", settings.reportsSigned())
                .param("now", Rows.time(now))
                .update();
    }

    Optional<String> secret(WorkspaceId workspace) {
        return jdbc.sql("select secret from gateway_settings where workspace_id = :workspace")
                .param("workspace", workspace.value())
                .query((row, n) -> seal.open(row.getBytes("secret"), purpose(workspace)))
                .optional();
    }

    void saveHook(WorkspaceId workspace, byte[] hash) {
        jdbc.sql("update gateway_settings set hook_hash = :hash where workspace_id = :workspace")
                .param("workspace", workspace.value())
                .param("hash", hash)
                .update();
    }

    boolean isHook(WorkspaceId workspace, byte[] hash) {
        return jdbc.sql("select count(*) from gateway_settings where workspace_id = :workspace and hook_hash = :hash")
                        .param("workspace", workspace.value())
                        .param("hash", hash)
                        .query(Long.class)
                        .single()
                == 1;
    }

    private static String purpose(WorkspaceId workspace) {
        return "gateway of " + workspace.value();
    }
}
