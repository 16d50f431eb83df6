package org.upturn.server.invitations.outbox;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;

/**
 * Reminds those whose invitation was sent so many days ago and who have not answered: with the same link, while the wave
 * is open, at most twice. Who bounced, complained or unsubscribed is left alone.
 */
@Component
public class Reminders {
    private static final int AT_A_TIME = 5_000;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reminders(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    private record Due(UUID mailing, UUID invitation, int number, String address) {}

    /** Workspaces with open waves whose orders remind. */
    List<WorkspaceId> workspaces() {
        return jdbc.sql("""
                        -- every workspace
                        select distinct mailing.workspace_id
                        from mailing
                        join wave on wave.workspace_id = mailing.workspace_id and wave.id = mailing.wave_id
                        where cardinality(mailing.reminder_days) > 0
                          and mailing.paused_at is null
                          and wave.closes_at > :now
                        """)
                .param("now", Rows.time(clock.instant()))
                .query((row, n) -> new WorkspaceId(Rows.id(row, "workspace_id")))
                .list();
    }

    /**
     * Puts the reminders that are due into the outbox.
     *
     * @return how many
     */
    @Transactional
    public int queueDue(WorkspaceId workspace) {
        List<Due> due = due(workspace);
        if (!due.isEmpty()) {
            insert(workspace, due);
            events.publishEvent(new MailsQueued(workspace));
        }
        return due.size();
    }

    private List<Due> due(WorkspaceId workspace) {
        return jdbc.sql("""
                        select first.mailing_id, first.invitation_id, reminder.number, first.address
                        from mailing
                        cross join lateral unnest(mailing.reminder_days) with ordinality as reminder (days, number)
                        join mail_message first on first.workspace_id = :workspace
                          and first.mailing_id = mailing.id
                          and first.number = 0
                          and first.state = 'sent'
                          and first.accepted_at + reminder.days * interval '1 day' <= :now
                        join invitation on invitation.workspace_id = :workspace
                          and invitation.id = first.invitation_id
                          and invitation.answered_at is null
                        join wave on wave.workspace_id = :workspace
                          and wave.id = mailing.wave_id
                          and wave.closes_at > :now
                        where mailing.workspace_id = :workspace
                          and mailing.paused_at is null
                          and (reminder.number = 1 or exists (
                            select 1
                            from mail_message before
                            where before.workspace_id = :workspace
                              and before.invitation_id = first.invitation_id
                              and before.number = 1
                              and before.state = 'sent'))
                          and not exists (
                            select 1
                            from mail_message sent
                            where sent.workspace_id = :workspace
                              and sent.invitation_id = first.invitation_id
                              and sent.number = reminder.number)
                          and not exists (
                            select 1
                            from suppression
                            where suppression.workspace_id = :workspace
                              and suppression.address_key = lower(first.address)
                              and suppression.lifted_at is null)
                        order by first.invitation_id, reminder.number
                        limit :limit
                        """)
                .param("workspace", workspace.value())
                .param("now", Rows.time(clock.instant()))
                .param("limit", AT_A_TIME)
                .query((row, n) -> new Due(
                        Rows.id(row, "mailing_id"),
                        Rows.id(row, "invitation_id"),
                        row.getInt("number"),
                        row.getString("address")))
                .list();
    }

    private void insert(WorkspaceId workspace, List<Due> due) {
        jdbc.sql("""
                        insert into mail_message (workspace_id, id, mailing_id, invitation_id, number, channel, address,
                          state, ready_at, changed_at)
                        select :workspace, due.id, due.mailing_id, due.invitation_id, due.number, mailing.channel,
                          due.address, 'queued', :now, :now
                        from unnest(:ids, :mailings, :invitations, :numbers, :addresses)
                          as due (id, mailing_id, invitation_id, number, address)
                        join mailing on mailing.workspace_id = :workspace and mailing.id = due.mailing_id
                        on conflict (workspace_id, invitation_id, number) do nothing
                        """)
                .param("workspace", workspace.value())
                .param("ids", due.stream().map(one -> Ids.next()).toArray(UUID[]::new))
                .param("mailings", due.stream().map(Due::mailing).toArray(UUID[]::new))
                .param("invitations", due.stream().map(Due::invitation).toArray(UUID[]::new))
                .param("numbers", due.stream().map(Due::number).toArray(Integer[]::new))
                .param("addresses", due.stream().map(Due::address).toArray(String[]::new))
                .param("now", Rows.time(clock.instant()))
                .update();
    }
}
