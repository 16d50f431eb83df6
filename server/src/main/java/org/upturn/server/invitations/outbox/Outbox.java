package org.upturn.server.invitations.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.invitations.InvitationId;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.WaveId;

/**
 * The queue of mails: a table. A thread leases some, marks each the moment before it hands it over, and notes what the
 * mail server said. A lease that runs out makes those ready again that were not being handed over; one that was may have
 * been taken, so it becomes <i>unknown</i> and is never sent a second time by itself.
 */
@Repository
class Outbox {
    static final int BATCH = 25;

    private static final Duration LEASE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A leased mail. @param stop why it is not to be sent any more */
    record Leased(
            UUID id,
            InvitationId invitation,
            ContactId contact,
            WaveId wave,
            int number,
            String address,
            int attempts,
            boolean personal,
            @Nullable String stop) {
        boolean isLetter() {
            return number >= Letters.FIRST_NUMBER;
        }
    }

    /** Mails of one workspace under one token. */
    record Lease(WorkspaceId workspace, UUID token, List<Leased> mails) {}

    /** Workspaces whose mail server may be used and that have mails to send. */
    List<WorkspaceId> readyWorkspaces(Carrier carrier) {
        return jdbc.sql("""
                        -- every workspace
                        select workspace_id
                        from %s settings
                        where (rest_until is null or rest_until <= :now)
                          and exists (
                            select 1
                            from mail_message message
                            left join mailing on mailing.workspace_id = message.workspace_id
                              and mailing.id = message.mailing_id
                            where message.workspace_id = settings.workspace_id
                              and message.channel = :channel
                              and message.state = 'queued'
                              and message.ready_at <= :now
                              and (message.lease_until is null or message.lease_until < :now)
                              and mailing.paused_at is null)
                        order by workspace_id
                        """.formatted(carrier.settings()))
                .param("channel", carrier.word())
                .param("now", now())
                .query((row, n) -> new WorkspaceId(Rows.id(row, "workspace_id")))
                .list();
    }

    /** Some mails to be sent now, no more than the pace allows; threads of one workspace lease one after the other. */
    @Transactional
    Lease lease(WorkspaceId workspace, Carrier carrier) {
        int perMinute = jdbc.sql(
                        "select per_minute from " + carrier.settings() + " where workspace_id = :workspace for update")
                .param("workspace", workspace.value())
                .query(Integer.class)
                .single();
        forget(workspace, carrier);
        UUID token = UUID.randomUUID();
        int some = (int) Math.min(BATCH, perMinute - inThisMinute(workspace, carrier));
        if (some <= 0) {
            return new Lease(workspace, token, List.of());
        }
        int letters = carrier == Carrier.MAIL ? markLetters(workspace, token, some) : 0;
        int leased = letters + (letters < some ? mark(workspace, carrier, token, some - letters) : 0);
        return new Lease(workspace, token, leased == 0 ? List.of() : leased(workspace, token));
    }

    /** What one person is written goes before what thousands are sent: its clock runs. */
    private int markLetters(WorkspaceId workspace, UUID token, int some) {
        return jdbc.sql("""
                        update mail_message
                        set lease_until = :until, lease_token = :token, attempts = attempts + 1
                        where workspace_id = :workspace
                          and id in (
                            select id
                            from mail_message
                            where workspace_id = :workspace
                              and state = 'queued'
                              and number >= 3
                              and ready_at <= :now
                              and (lease_until is null or lease_until < :now)
                            order by ready_at, id
                            limit :some)
                        """)
                .param("workspace", workspace.value())
                .param("until", Rows.time(clock.instant().plus(LEASE)))
                .param("token", token)
                .param("now", now())
                .param("some", some)
                .update();
    }

    private int mark(WorkspaceId workspace, Carrier carrier, UUID token, int some) {
        return jdbc.sql("""
                        update mail_message
                        set lease_until = :until, lease_token = :token, attempts = attempts + 1
                        where workspace_id = :workspace
                          and id in (
                            select message.id
                            from mail_message message
                            left join mailing on mailing.workspace_id = :workspace and mailing.id = message.mailing_id
                            where message.workspace_id = :workspace
                              and message.channel = :channel
                              and message.state = 'queued'
                              and message.ready_at <= :now
                              and (message.lease_until is null or message.lease_until < :now)
                              and mailing.paused_at is null
                            order by message.ready_at, message.id
                            limit :some)
                        """)
                .param("workspace", workspace.value())
                .param("until", Rows.time(clock.instant().plus(LEASE)))
                .param("token", token)
                .param("channel", carrier.word())
                .param("now", now())
                .param("some", some)
                .update();
    }

    private List<Leased> leased(WorkspaceId workspace, UUID token) {
        return jdbc.sql("""
                        select message.id, message.invitation_id, invitation.contact_id, invitation.wave_id,
                          message.number, message.address, message.attempts, personal.mail_id is not null as personal,
                          case
                            when suppression.reason is not null then suppression.reason
                            when letter.stops_at <= :now then 'over'
                            when letter.mail_id is not null or personal.mail_id is not null then null
                            when invitation.answered_at is not null then 'answered'
                            when wave.closes_at <= :now then 'over'
                          end as stop
                        from mail_message message
                        join invitation on invitation.workspace_id = :workspace
                          and invitation.id = message.invitation_id
                        join wave on wave.workspace_id = :workspace and wave.id = invitation.wave_id
                        left join suppression on suppression.workspace_id = :workspace
                          and suppression.address_key = lower(message.address)
                          and suppression.lifted_at is null
                        left join mail_letter letter on letter.workspace_id = :workspace and letter.mail_id = message.id
                        left join mail_personal personal on personal.workspace_id = :workspace
                          and personal.mail_id = message.id
                        where message.workspace_id = :workspace
                          and message.lease_token = :token
                        order by message.ready_at, message.id
                        """)
                .param("workspace", workspace.value())
                .param("token", token)
                .param("now", now())
                .query(Outbox::leased)
                .list();
    }

    private static Leased leased(ResultSet row, int n) throws SQLException {
        return new Leased(
                Rows.id(row, "id"),
                new InvitationId(Rows.id(row, "invitation_id")),
                new ContactId(Rows.id(row, "contact_id")),
                new WaveId(Rows.id(row, "wave_id")),
                row.getInt("number"),
                row.getString("address"),
                row.getInt("attempts"),
                row.getBoolean("personal"),
                row.getString("stop"));
    }

    /** Whoever was handing these over has died. */
    private void forget(WorkspaceId workspace, Carrier carrier) {
        jdbc.sql("""
                        update mail_message
                        set state = 'unknown', changed_at = :now
                        where workspace_id = :workspace
                          and channel = :channel
                          and state = 'queued'
                          and handed_at is not null
                          and lease_until < :now
                        """)
                .param("workspace", workspace.value())
                .param("channel", carrier.word())
                .param("now", now())
                .update();
    }

    private long inThisMinute(WorkspaceId workspace, Carrier carrier) {
        return jdbc.sql("""
                        select (
                            select count(*)
                            from mail_message
                            where workspace_id = :workspace
                              and channel = :channel
                              and handed_at > :minuteAgo)
                          + (
                            select count(*)
                            from mail_message
                            where workspace_id = :workspace
                              and channel = :channel
                              and state = 'queued'
                              and handed_at is null
                              and ready_at <= :now
                              and lease_until > :now)
                        """)
                .param("workspace", workspace.value())
                .param("channel", carrier.word())
                .param("minuteAgo", Rows.time(clock.instant().minusSeconds(60)))
                .param("now", now())
                .query(Long.class)
                .single();
    }

    private java.time.OffsetDateTime now() {
        return java.util.Objects.requireNonNull(Rows.time(clock.instant()));
    }
}
