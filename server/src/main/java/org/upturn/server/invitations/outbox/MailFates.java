package org.upturn.server.invitations.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.invitations.InvitationId;
import org.upturn.server.invitations.Invited;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.Slice;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.WaveId;

/** What became of the mails: told by bounces and complaints, asked by people. */
@Repository
public class MailFates {
    /** A bounce that names an address only is believed about mails of so many days. */
    private static final Duration REMEMBERED = Duration.ofDays(14);

    private static final Duration TRIED_AGAIN_AFTER = Duration.ofDays(1);
    private static final int MOST_SOFT_BOUNCES = 2;

    private final JdbcClient jdbc;
    private final Clock clock;

    MailFates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A mail that was handed over, and to which address. */
    public record Known(UUID mail, String address) {}

    /** The mail of this id, which is the part of its Message-ID before the @. */
    public Optional<Known> findSent(WorkspaceId workspace, UUID mail) {
        return jdbc.sql("""
                        select id, address
                        from mail_message
                        where workspace_id = :workspace
                          and id = :id
                          and handed_at is not null
                        """)
                .param("workspace", workspace.value())
                .param("id", mail)
                .query((row, n) -> new Known(Rows.id(row, "id"), row.getString("address")))
                .optional();
    }

    /** The last mail that went to this address in the last days. */
    public Optional<Known> findLastSent(WorkspaceId workspace, String address) {
        return jdbc.sql("""
                        select id, address
                        from mail_message
                        where workspace_id = :workspace
                          and lower(address) = lower(:address)
                          and handed_at > :remembered
                        order by handed_at desc, id desc
                        limit 1
                        """)
                .param("workspace", workspace.value())
                .param("address", address)
                .param("remembered", Rows.time(clock.instant().minus(REMEMBERED)))
                .query((row, n) -> new Known(Rows.id(row, "id"), row.getString("address")))
                .optional();
    }

    /** Whom the mail of this id went to, and about which wave; text messages are none. */
    public Optional<Invited> findInvited(WorkspaceId workspace, UUID mail) {
        return jdbc.sql("""
                        select invitation.id, invitation.wave_id, invitation.contact_id
                        from mail_message message
                        join invitation on invitation.workspace_id = :workspace
                          and invitation.id = message.invitation_id
                        where message.workspace_id = :workspace
                          and message.id = :id
                          and message.channel = 'mail'
                          and message.handed_at is not null
                        """)
                .param("workspace", workspace.value())
                .param("id", mail)
                .query((row, n) -> new Invited(
                        workspace,
                        new InvitationId(Rows.id(row, "id")),
                        new WaveId(Rows.id(row, "wave_id")),
                        new ContactId(Rows.id(row, "contact_id"))))
                .optional();
    }

    /** It came back for good, or was reported as spam. */
    public void end(WorkspaceId workspace, UUID mail, MailState state, String reason) {
        jdbc.sql("""
                        update mail_message
                        set state = :state, reason = :reason, changed_at = :now
                        where workspace_id = :workspace
                          and id = :id
                          and state in ('sent', 'unknown', 'bounced')
                        """)
                .param("workspace", workspace.value())
                .param("id", mail)
                .param("state", state.word())
                .param("reason", reason)
                .param("now", Rows.time(clock.instant()))
                .update();
    }

    /** It came back for now: sent again a day later, twice at most, then given up. */
    public void again(WorkspaceId workspace, UUID mail, String reason) {
        jdbc.sql("""
                        update mail_message
                        set state = case when soft_bounces < :most then 'queued' else 'bounced' end,
                          soft_bounces = soft_bounces + 1, reason = :reason, ready_at = :later, changed_at = :now,
                          handed_at = case when soft_bounces < :most then null else handed_at end,
                          lease_until = null, lease_token = null
                        where workspace_id = :workspace
                          and id = :id
                          and state in ('sent', 'unknown')
                        """)
                .param("workspace", workspace.value())
                .param("id", mail)
                .param("most", MOST_SOFT_BOUNCES)
                .param("reason", reason)
                .param("later", Rows.time(clock.instant().plus(TRIED_AGAIN_AFTER)))
                .param("now", Rows.time(clock.instant()))
                .update();
    }

    /** The mails of a person or of a wave, the latest first. */
    public Slice<MailFate> list(
            WorkspaceId workspace,
            @Nullable ContactId contact,
            @Nullable WaveId wave,
            @Nullable UUID after,
            int limit) {
        List<MailFate> rows = jdbc.sql("""
                        select message.id, invitation.wave_id, invitation.contact_id, message.number, message.channel,
                          message.state, message.reason, message.ready_at, message.accepted_at, message.delivered_at,
                          message.changed_at
                        from mail_message message
                        join invitation on invitation.workspace_id = :workspace
                          and invitation.id = message.invitation_id
                        where message.workspace_id = :workspace
                          and (cast(:contact as uuid) is null or invitation.contact_id = :contact)
                          and (cast(:wave as uuid) is null or invitation.wave_id = :wave)
                          and (cast(:after as uuid) is null or message.id < :after)
                        order by message.id desc
                        limit :limit
                        """)
                .param("workspace", workspace.value())
                .param("contact", contact == null ? null : contact.value())
                .param("wave", wave == null ? null : wave.value())
                .param("after", after)
                .param("limit", limit + 1)
                .query(MailFates::fate)
                .list();
        return Slice.of(rows, limit, MailFate::id);
    }

    /** Which of these invitations did not reach the person: a mail bounced, or was reported as spam. */
    public Map<InvitationId, MailState> lost(WorkspaceId workspace, List<InvitationId> invitations) {
        var lost = new HashMap<InvitationId, MailState>();
        jdbc.sql("""
                        select distinct on (invitation_id) invitation_id, state
                        from mail_message
                        where workspace_id = :workspace
                          and invitation_id = any(:invitations)
                          and state in ('bounced', 'complained')
                        order by invitation_id, id desc
                        """)
                .param("workspace", workspace.value())
                .param(
                        "invitations",
                        invitations.stream().map(InvitationId::value).toArray(UUID[]::new))
                .query(row -> {
                    lost.put(new InvitationId(Rows.id(row, "invitation_id")), MailState.of(row.getString("state")));
                });
        return lost;
    }

    private static MailFate fate(ResultSet row, int n) throws SQLException {
        return new MailFate(
                Rows.id(row, "id"),
                new WaveId(Rows.id(row, "wave_id")),
                new ContactId(Rows.id(row, "contact_id")),
                row.getInt("number"),
                Carrier.of(row.getString("channel")),
                MailState.of(row.getString("state")),
                row.getString("reason"),
                Rows.time(row, "ready_at"),
                Rows.timeOrNull(row, "accepted_at"),
                Rows.timeOrNull(row, "delivered_at"),
                Rows.time(row, "changed_at"));
    }
}
