package org.upturn.server.invitations.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.invitations.Invitation;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.Member;

/** All SQL of orders to send. */
@Repository
class MailingRepository {
    private final JdbcClient jdbc;

    MailingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID insert(Member by, WaveId wave, Mailings.Order order, Instant starts, Instant now) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into mailing (workspace_id, id, wave_id, audience, audience_key, audience_value, starts_at,
                          spread_days, reminder_days, started_by, created_at, channel)
                        values (:workspace, :id, :wave, :audience, :key, :value, :starts, :spread, :reminders, :by, :now,
                          :channel)
                        """)
                .param("workspace", by.workspace().value())
                .param("id", id)
                .param("wave", wave.value())
                .param("audience", order.audience().kind().word())
                .param("key", order.audience().key())
                .param("value", order.audience().value())
                .param("starts", Rows.time(starts))
                .param("spread", order.spreadDays())
                .param("reminders", order.reminderDays().toArray(Integer[]::new))
                .param("by", by.id().value())
                .param("now", Rows.time(now))
                .param("channel", order.carrier().word())
                .update();
        return id;
    }

    /** When mails go out: from then on, so many each day in the order of their random parts. */
    record Spread(Instant from, int days) {
        String[] times(List<Invitation> invited) {
            var times = new String[invited.size()];
            var order = IntStream.range(0, invited.size())
                    .boxed()
                    .sorted(Comparator.comparing(
                            i -> invited.get(i).id().value().getLeastSignificantBits()))
                    .toList();
            for (int place = 0; place < times.length; place++) {
                times[order.get(place)] = from.plus(Duration.ofDays((long) place * days / times.length))
                        .toString();
            }
            return times;
        }
    }

    /** One statement for any number of invitations; who has this wave's mail already gets no second one. */
    int queue(WorkspaceId workspace, UUID mailing, List<Invitation> invited, Spread spread, Instant now) {
        var ids = new ArrayList<UUID>();
        var invitations = new ArrayList<UUID>();
        invited.forEach(one -> {
            ids.add(Ids.next());
            invitations.add(one.id().value());
        });
        return jdbc.sql("""
                        insert into mail_message (workspace_id, id, mailing_id, invitation_id, number, channel, address,
                          state, ready_at, changed_at)
                        select :workspace, new.id, :mailing, new.invitation_id, 0, mailing.channel,
                          case mailing.channel when 'sms' then contact.phone_key else contact.email end,
                          'queued', new.ready_at, :now
                        from unnest(:ids, :invitations, cast(:ready as timestamptz[])) as new (id, invitation_id, ready_at)
                        join mailing on mailing.workspace_id = :workspace and mailing.id = :mailing
                        join invitation on invitation.workspace_id = :workspace and invitation.id = new.invitation_id
                        join contact on contact.workspace_id = :workspace and contact.id = invitation.contact_id
                        on conflict (workspace_id, invitation_id, number) do nothing
                        """)
                .param("workspace", workspace.value())
                .param("mailing", mailing)
                .param("ids", ids.toArray(UUID[]::new))
                .param("invitations", invitations.toArray(UUID[]::new))
                .param("ready", spread.times(invited))
                .param("now", Rows.time(now))
                .update();
    }

    void skip(WorkspaceId workspace, UUID mailing, List<AudienceRepository.Chosen> skipped) {
        jdbc.sql("""
                        insert into mailing_skip (workspace_id, mailing_id, contact_id, reason)
                        select :workspace, :mailing, skipped.contact_id, skipped.reason
                        from unnest(:contacts, :reasons) as skipped (contact_id, reason)
                        """)
                .param("workspace", workspace.value())
                .param("mailing", mailing)
                .param(
                        "contacts",
                        skipped.stream().map(one -> one.contact().value()).toArray(UUID[]::new))
                .param(
                        "reasons",
                        skipped.stream().map(AudienceRepository.Chosen::skip).toArray(String[]::new))
                .update();
    }

    /** The orders of a wave, the latest first. */
    List<Mailing> ofWave(WorkspaceId workspace, WaveId wave) {
        Map<UUID, Mailing.Fates> invitations = new HashMap<>();
        Map<UUID, Mailing.Fates> reminders = new HashMap<>();
        jdbc.sql("""
                        select message.mailing_id, message.number > 0 as reminder, message.state, count(*) as mails
                        from mail_message message
                        join mailing on mailing.workspace_id = :workspace and mailing.id = message.mailing_id
                        where message.workspace_id = :workspace
                          and mailing.wave_id = :wave
                        group by message.mailing_id, message.number > 0, message.state
                        """)
                .param("workspace", workspace.value())
                .param("wave", wave.value())
                .query(row -> {
                    var fates = row.getBoolean("reminder") ? reminders : invitations;
                    UUID mailing = Rows.id(row, "mailing_id");
                    fates.put(
                            mailing,
                            fates.getOrDefault(mailing, Mailing.Fates.NONE)
                                    .plus(MailState.of(row.getString("state")), row.getLong("mails")));
                });
        return jdbc.sql("""
                        select id, channel, audience, audience_key, audience_value, starts_at, spread_days, reminder_days, paused_at,
                          (select count(*)
                            from mailing_skip
                            where mailing_skip.workspace_id = :workspace
                              and mailing_skip.mailing_id = mailing.id) as skipped
                        from mailing
                        where workspace_id = :workspace
                          and wave_id = :wave
                        order by id desc
                        limit 100
                        """)
                .param("workspace", workspace.value())
                .param("wave", wave.value())
                .query((row, n) -> new Mailing(
                        Rows.id(row, "id"),
                        wave,
                        Carrier.of(row.getString("channel")),
                        new Audience(
                                Audience.Kind.valueOf(row.getString("audience").toUpperCase(java.util.Locale.ROOT)),
                                row.getString("audience_key"),
                                row.getString("audience_value")),
                        Rows.time(row, "starts_at"),
                        row.getInt("spread_days"),
                        List.of((Integer[]) row.getArray("reminder_days").getArray()),
                        Rows.timeOrNull(row, "paused_at"),
                        invitations.getOrDefault(Rows.id(row, "id"), Mailing.Fates.NONE),
                        reminders.getOrDefault(Rows.id(row, "id"), Mailing.Fates.NONE),
                        row.getLong("skipped")))
                .list();
    }

    /** @return whether there is such an order in this wave */
    boolean pause(Member by, WaveId wave, UUID mailing, @Nullable Instant since) {
        return jdbc.sql("""
                        update mailing
                        set paused_at = :since, paused_by = :by
                        where workspace_id = :workspace
                          and wave_id = :wave
                          and id = :id
                        """)
                        .param("workspace", by.workspace().value())
                        .param("wave", wave.value())
                        .param("id", mailing)
                        .param("since", Rows.time(since))
                        .param("by", since == null ? null : by.id().value())
                        .update()
                == 1;
    }

    /** Lets those be sent again that may or may not have gone out. */
    int sendUnknown(WorkspaceId workspace, UUID mailing, Instant now) {
        return jdbc.sql("""
                        update mail_message
                        set state = 'queued', reason = null, handed_at = null, lease_until = null, lease_token = null,
                          ready_at = :now, changed_at = :now
                        where workspace_id = :workspace
                          and mailing_id = :mailing
                          and state = 'unknown'
                        """)
                .param("workspace", workspace.value())
                .param("mailing", mailing)
                .param("now", Rows.time(now))
                .update();
    }

    /** How many were skipped for which reason. */
    Map<Skip, Long> skips(WorkspaceId workspace, UUID mailing) {
        var counts = new EnumMap<Skip, Long>(Skip.class);
        jdbc.sql("""
                        select reason, count(*) as people
                        from mailing_skip
                        where workspace_id = :workspace
                          and mailing_id = :mailing
                        group by reason
                        """)
                .param("workspace", workspace.value())
                .param("mailing", mailing)
                .query(row -> {
                    counts.put(skip(row.getString("reason")), row.getLong("people"));
                });
        return counts;
    }

    /** Who was skipped, by contact. */
    List<Mailings.Skipped> skipped(WorkspaceId workspace, UUID mailing, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        select contact_id, reason
                        from mailing_skip
                        where workspace_id = :workspace
                          and mailing_id = :mailing
                          and (cast(:after as uuid) is null or contact_id > :after)
                        order by contact_id
                        limit :limit
                        """)
                .param("workspace", workspace.value())
                .param("mailing", mailing)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) ->
                        new Mailings.Skipped(new ContactId(Rows.id(row, "contact_id")), skip(row.getString("reason"))))
                .list();
    }

    private static Skip skip(String word) {
        return Skip.valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
}
