package org.upturn.server.invitations.outbox;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.invitations.InvitationId;
import org.upturn.server.invitations.Invited;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.WaveId;

/** What became of text messages, as the gateway tells it, and whose a number is that one came back from. */
@Repository
public class TextFates {
    private final JdbcClient jdbc;
    private final Clock clock;

    TextFates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A message by the key that we gave it, or by the name that the gateway gave it. */
    public record Named(@Nullable UUID key, @Nullable String gatewayId) {}

    /**
     * Whose a number is.
     *
     * @param invited to the open wave that this number was texted about last; null when there is none
     */
    public record Holder(ContactId contact, @Nullable Invited invited) {}

    /** It arrived; one of which nobody knew whether it went out did. @return whether it is ours */
    public boolean delivered(WorkspaceId workspace, Named named) {
        return tell(workspace, named, """
                update mail_message
                set state = case when state = 'unknown' then 'sent' else state end, reason = null,
                  accepted_at = coalesce(accepted_at, :now), delivered_at = coalesce(delivered_at, :now), changed_at = :now
                where workspace_id = :workspace
                  and channel = 'sms'
                  and handed_at is not null
                  and (id = :key or gateway_id = :gatewayId)
                """, "");
    }

    /** It did not arrive. @return whether it is ours */
    public boolean failed(WorkspaceId workspace, Named named, String reason) {
        return tell(workspace, named, """
                update mail_message
                set state = case when state in ('sent', 'unknown') and delivered_at is null then 'bounced' else state end,
                  reason = case when delivered_at is null then :reason else reason end, changed_at = :now
                where workspace_id = :workspace
                  and channel = 'sms'
                  and handed_at is not null
                  and (id = :key or gateway_id = :gatewayId)
                """, reason);
    }

    private boolean tell(WorkspaceId workspace, Named named, String sql, String reason) {
        return jdbc.sql(sql)
                        .param("workspace", workspace.value())
                        .param("key", named.key())
                        .param("gatewayId", named.gatewayId())
                        .param("reason", reason)
                        .param("now", Rows.time(clock.instant()))
                        .update()
                > 0;
    }

    /** Whom we texted last at this number, else who has it; empty for a number that we do not know. */
    public Optional<Holder> holder(WorkspaceId workspace, String number) {
        return texted(workspace, number)
                .or(() -> jdbc.sql("""
                        select id
                        from contact
                        where workspace_id = :workspace
                          and phone_key = :number
                          and merged_into is null
                          and erased_at is null
                        order by id
                        limit 1
                        """)
                        .param("workspace", workspace.value())
                        .param("number", number)
                        .query((row, n) -> new Holder(new ContactId(Rows.id(row, "id")), null))
                        .optional());
    }

    private Optional<Holder> texted(WorkspaceId workspace, String number) {
        return jdbc.sql("""
                        select invitation.id, invitation.contact_id, invitation.wave_id, wave.closes_at > :now as open
                        from mail_message message
                        join invitation on invitation.workspace_id = :workspace and invitation.id = message.invitation_id
                        join wave on wave.workspace_id = :workspace and wave.id = invitation.wave_id
                        join contact on contact.workspace_id = :workspace and contact.id = invitation.contact_id
                        where message.workspace_id = :workspace
                          and message.channel = 'sms'
                          and lower(message.address) = :number
                          and message.handed_at is not null
                          and contact.erased_at is null
                        order by wave.closes_at > :now desc, message.handed_at desc, message.id desc
                        limit 1
                        """)
                .param("workspace", workspace.value())
                .param("number", number)
                .param("now", Rows.time(clock.instant()))
                .query((row, n) -> {
                    var contact = new ContactId(Rows.id(row, "contact_id"));
                    return new Holder(
                            contact,
                            row.getBoolean("open")
                                    ? new Invited(
                                            workspace,
                                            new InvitationId(Rows.id(row, "id")),
                                            new WaveId(Rows.id(row, "wave_id")),
                                            contact)
                                    : null);
                })
                .optional();
    }
}
