package org.upturn.server.invitations.outbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Where;
import org.upturn.server.contacts.clean.Phones;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.WaveId;

/** Finds who is meant, and why some of them get nothing. */
@Repository
class AudienceRepository {
    private final JdbcClient jdbc;

    AudienceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param skip why this person gets nothing; null for whoever gets a mail */
    record Chosen(ContactId contact, @Nullable String skip) {}

    /**
     * @param meant over {@code contact}, its {@code account} and its {@code invitation} to this wave
     * @param asked who was asked in another wave, or answered there, since then gets nothing
     */
    List<Chosen> choose(WorkspaceId workspace, WaveId wave, Carrier carrier, Where meant, Instant asked) {
        boolean mail = carrier == Carrier.MAIL;
        return jdbc.sql("""
                        select contact.id,
                          case
                            when not (%s) then '%s'
                            when contact.consent = 'withdrawn' then 'no-consent'
                            when suppression.reason is not null then suppression.reason
                            when invitation.answered_at is not null then 'answered'
                            when first.id is not null then 'asked'
                            -- whoever typed this address holds the link; the one it belongs to must not answer on it
                            when invitation.channel in ('open', 'widget', 'kiosk') then 'asked'
                            when exists (
                              select 1
                              from invitation other
                              left join mail_message message on message.workspace_id = other.workspace_id
                                and message.invitation_id = other.id
                                and message.state in ('queued', 'sent', 'unknown')
                              where other.workspace_id = :workspace
                                and other.contact_id = contact.id
                                and other.wave_id <> :wave
                                and greatest(other.answered_at, message.accepted_at, message.ready_at) > :asked)
                              then 'recent'
                          end as skip
                        from contact
                        left join invitation on invitation.workspace_id = :workspace
                          and invitation.wave_id = :wave
                          and invitation.contact_id = contact.id
                        left join mail_message first on first.workspace_id = :workspace
                          and first.invitation_id = invitation.id
                          and first.number = 0
                        left join suppression on suppression.workspace_id = :workspace
                          and suppression.address_key = %s
                          and suppression.lifted_at is null
                        left join account on account.workspace_id = :workspace
                          and account.id = contact.account_id
                        where contact.workspace_id = :workspace
                          and contact.merged_into is null
                          and contact.erased_at is null
                          and (%s)
                        order by contact.id
                        """.formatted(
                                mail
                                        ? "coalesce(contact.email, '') <> ''"
                                        : "coalesce(contact.phone_key, '') ~ '" + Phones.DIALLED + "'",
                                mail ? "no-address" : "no-phone",
                                mail ? "lower(contact.email)" : "contact.phone_key",
                                meant.sql()))
                .params(meant.parameters())
                .param("workspace", workspace.value())
                .param("wave", wave.value())
                .param("asked", Rows.time(asked))
                .query((row, n) -> new Chosen(new ContactId(Rows.id(row, "id")), row.getString("skip")))
                .list();
    }

    /** The attributes that contacts have, for choosing by them. */
    List<String> attributes(WorkspaceId workspace) {
        return jdbc.sql("""
                        select distinct key
                        from contact, jsonb_object_keys(attributes) key
                        where workspace_id = :workspace
                        order by key
                        limit 100
                        """)
                .param("workspace", workspace.value())
                .query(String.class)
                .list();
    }
}
