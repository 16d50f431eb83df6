package org.upturn.server.invitations.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.installation.Seal;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;

/** All SQL of the settings of mail that people set. Passwords and keys go in and out sealed. */
@Repository
class MailSettingsRepository {
    private final JdbcClient jdbc;
    private final Seal seal;

    MailSettingsRepository(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    Optional<MailSettings> find(WorkspaceId workspace) {
        return jdbc.sql("""
                        select host, port, tls, user_name, sender_name, sender_address, reply_to, return_path, imprint,
                          public_url, colour, per_minute, quiet_days, mailbox_host, mailbox_port, mailbox_tls,
                          mailbox_user, dkim_domain, dkim_selector, dkim_public
                        from mail_settings
                        where workspace_id = :workspace
                        """)
                .param("workspace", workspace.value())
                .query(MailSettingsRepository::settings)
                .optional();
    }

    private static MailSettings settings(ResultSet row, int n) throws SQLException {
        return new MailSettings(
                new MailServer(
                        row.getString("host"),
                        row.getInt("port"),
                        Tls.of(row.getString("tls")),
                        row.getString("user_name")),
                new Sender(
                        row.getString("sender_name"),
                        row.getString("sender_address"),
                        row.getString("reply_to"),
                        row.getString("return_path"),
                        row.getString("imprint")),
                row.getString("public_url"),
                row.getString("colour"),
                new Pace(row.getInt("per_minute"), row.getInt("quiet_days")),
                row.getString("mailbox_host") == null
                        ? null
                        : new MailServer(
                                row.getString("mailbox_host"),
                                row.getInt("mailbox_port"),
                                Tls.of(row.getString("mailbox_tls")),
                                row.getString("mailbox_user")),
                row.getString("dkim_domain") == null
                        ? null
                        : new DkimRecord(
                                row.getString("dkim_domain"),
                                row.getString("dkim_selector"),
                                row.getString("dkim_public")));
    }

    Optional<MailStanding> standing(WorkspaceId workspace) {
        return jdbc.sql("""
                        select rest_until, last_problem, mailbox_problem, mailbox_looked_at, hook_hash
                        from mail_settings
                        where workspace_id = :workspace
                        """)
                .param("workspace", workspace.value())
                .query((row, n) -> new MailStanding(
                        Rows.timeOrNull(row, "rest_until"),
                        row.getString("last_problem"),
                        row.getString("mailbox_problem"),
                        Rows.timeOrNull(row, "mailbox_looked_at"),
                        row.getBytes("hook_hash") != null))
                .optional();
    }

    /** Saves, and lets what waited for another try be tried at once. */
    void save(WorkspaceId workspace, MailSettings settings, Instant now) {
        jdbc.sql("""
                        insert into mail_settings (workspace_id, host, port, tls, user_name, sender_name, sender_address,
                          reply_to, return_path, imprint, public_url, colour, per_minute, quiet_days, updated_at)
                        values (:workspace, :host, :port, :tls, :user, :senderName, :senderAddress,
                          :replyTo, :returnPath, :imprint, :publicUrl, :colour, :perMinute, :quietDays, :now)
                        on conflict (workspace_id) do update
                        set host = excluded.host, port = excluded.port, tls = excluded.tls,
                          user_name = excluded.user_name, sender_name = excluded.sender_name,
                          sender_address = excluded.sender_address, reply_to = excluded.reply_to,
                          return_path = excluded.return_path, imprint = excluded.imprint,
                          public_url = excluded.public_url, colour = excluded.colour,
                          per_minute = excluded.per_minute, quiet_days = excluded.quiet_days,
                          failures = 0, rest_until = null, last_problem = null, updated_at = excluded.updated_at
                        where mail_settings.workspace_id = :workspace
                        """)
                .param("workspace", workspace.value())
                .param("host", settings.server().host())
                .param("port", settings.server().port())
                .param("tls", settings.server().tls().word())
                .param("user", settings.server().user())
                .param("senderName", settings.sender().name())
                .param("senderAddress", settings.sender().address())
                .param("replyTo", settings.sender().replyTo())
                .param("returnPath", settings.sender().returnPath())
                .param("imprint", settings.sender().imprint())
                .param("publicUrl", settings.publicUrl())
                .param("colour", settings.colour())
                .param("perMinute", settings.pace().perMinute())
                .param("quietDays", settings.pace().quietDays())
                .param("now", Rows.time(now))
                .update();
    }

    void savePassword(WorkspaceId workspace, @Nullable String password) {
        jdbc.sql("update mail_settings set password = :sealed where workspace_id = :workspace")
                .param("workspace", workspace.value())
                .param("sealed", password == null ? null : seal.close(password, purpose(workspace, "smtp")))
                .update();
    }

    /** A mailbox that is another than before is read from its beginning on. */
    void saveMailbox(WorkspaceId workspace, @Nullable MailServer mailbox) {
        jdbc.sql("""
                        update mail_settings
                        set mailbox_host = :host, mailbox_port = :port, mailbox_tls = :tls, mailbox_user = :user,
                          mailbox_validity = null, mailbox_seen = null, mailbox_problem = null, mailbox_looked_at = null
                        where workspace_id = :workspace
                        """)
                .param("workspace", workspace.value())
                .param("host", mailbox == null ? null : mailbox.host())
                .param("port", mailbox == null ? null : mailbox.port())
                .param("tls", mailbox == null ? null : mailbox.tls().word())
                .param("user", mailbox == null ? null : mailbox.user())
                .update();
    }

    void saveMailboxPassword(WorkspaceId workspace, @Nullable String password) {
        jdbc.sql("update mail_settings set mailbox_password = :sealed where workspace_id = :workspace")
                .param("workspace", workspace.value())
                .param("sealed", password == null ? null : seal.close(password, purpose(workspace, "imap")))
                .update();
    }

    void saveDkim(WorkspaceId workspace, DkimRecord record, String privateKey) {
        jdbc.sql("""
                        update mail_settings
                        set dkim_domain = :domain, dkim_selector = :selector, dkim_public = :publicKey,
                          dkim_private = :sealed
                        where workspace_id = :workspace
                        """)
                .param("workspace", workspace.value())
                .param("domain", record.domain())
                .param("selector", record.selector())
                .param("publicKey", record.publicKey())
                .param("sealed", seal.close(privateKey, purpose(workspace, "dkim")))
                .update();
    }

    void saveHook(WorkspaceId workspace, byte[] hash) {
        jdbc.sql("update mail_settings set hook_hash = :hash where workspace_id = :workspace")
                .param("workspace", workspace.value())
                .param("hash", hash)
                .update();
    }

    boolean isHook(WorkspaceId workspace, byte[] hash) {
        return jdbc.sql("select count(*) from mail_settings where workspace_id = :workspace and hook_hash = :hash")
                        .param("workspace", workspace.value())
                        .param("hash", hash)
                        .query(Long.class)
                        .single()
                == 1;
    }

    @Nullable
    String password(WorkspaceId workspace) {
        return opened(workspace, "password", "smtp");
    }

    @Nullable
    String mailboxPassword(WorkspaceId workspace) {
        return opened(workspace, "mailbox_password", "imap");
    }

    @Nullable
    String dkimKey(WorkspaceId workspace) {
        return opened(workspace, "dkim_private", "dkim");
    }

    private @Nullable String opened(WorkspaceId workspace, String column, String what) {
        return jdbc.sql("select " + column + " from mail_settings where workspace_id = :workspace")
                .param("workspace", workspace.value())
                .query((row, n) -> Optional.ofNullable(row.getBytes(1)))
                .optional()
                .flatMap(bytes -> bytes)
                .map(bytes -> seal.open(bytes, purpose(workspace, what)))
                .orElse(null);
    }

    private static String purpose(WorkspaceId workspace, String what) {
        return what + " of " + workspace.value();
    }
}
