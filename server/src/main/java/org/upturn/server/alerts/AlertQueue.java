package org.upturn.server.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.MemberId;

/**
 * The queue of alerts that go out: a table, worked on under leases. Each is marked the moment before it is handed over; when
 * whoever did that dies, a signed webhook is tried again under the same id, while a mail or a chat message may have arrived
 * and stays <i>unknown</i>. Nothing is lost by that: what is told to a member stands under their bell too.
 */
@Repository
class AlertQueue {
    /** So many alerts that wait for the same person come in one mail. */
    private static final int MOST_TOGETHER = 25;

    private static final Duration LEASE = Duration.ofMinutes(3);

    private final JdbcClient jdbc;
    private final Clock clock;

    AlertQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void mail(WorkspaceId workspace, UUID alert, MemberId member, Instant ready) {
        insert(workspace, alert, member.value(), null, ready);
    }

    void post(WorkspaceId workspace, UUID alert, UUID channel, Instant ready) {
        insert(workspace, alert, null, channel, ready);
    }

    private void insert(
            WorkspaceId workspace, UUID alert, @Nullable UUID member, @Nullable UUID channel, Instant ready) {
        jdbc.sql("""
                        insert into alert_delivery (workspace_id, id, alert_id, member_id, channel_id, state, ready_at,
                          changed_at)
                        values (:workspace, :id, :alert, :member, :channel, 'queued', :ready, :now)
                        on conflict do nothing
                        """)
                .param("workspace", workspace.value())
                .param("id", Ids.next())
                .param("alert", alert)
                .param("member", member)
                .param("channel", channel)
                .param("ready", Rows.time(ready))
                .param("now", now())
                .update();
    }

    /** Workspaces in which something waits to be planned or to go out. */
    List<WorkspaceId> readyWorkspaces() {
        return jdbc.sql("""
                        -- every workspace
                        select workspace_id
                        from alert_delivery
                        where state = 'queued'
                          and ready_at <= :now
                          and (lease_until is null or lease_until < :now)
                        union
                        select workspace_id
                        from alert
                        where planned_at is null
                          and plan_at <= :now
                        """)
                .param("now", now())
                .query((row, n) -> new WorkspaceId(Rows.id(row, "workspace_id")))
                .list();
    }

    /** What goes to one person or channel now, the longest waiting first; nothing when nothing is ready. */
    @Transactional
    public Delivery.Lease lease(WorkspaceId workspace) {
        forget(workspace);
        UUID token = UUID.randomUUID();
        int leased = jdbc.sql("""
                        update alert_delivery
                        set lease_until = :until, lease_token = :token, attempts = attempts + 1
                        where workspace_id = :workspace
                          and state = 'queued'
                          and (lease_until is null or lease_until < :now)
                          and id in (
                            select ready.id
                            from alert_delivery ready
                            join (
                              select member_id, channel_id
                              from alert_delivery
                              where workspace_id = :workspace
                                and state = 'queued'
                                and ready_at <= :now
                                and (lease_until is null or lease_until < :now)
                              order by ready_at, id
                              limit 1) place on ready.member_id is not distinct from place.member_id
                                and ready.channel_id is not distinct from place.channel_id
                            where ready.workspace_id = :workspace
                              and ready.state = 'queued'
                              and ready.ready_at <= :now
                              and (ready.lease_until is null or ready.lease_until < :now)
                            order by ready.ready_at, ready.id
                            limit :most)
                        """)
                .param("workspace", workspace.value())
                .param("until", Rows.time(clock.instant().plus(LEASE)))
                .param("token", token)
                .param("now", now())
                .param("most", MOST_TOGETHER)
                .update();
        return new Delivery.Lease(workspace, token, leased == 0 ? List.of() : leased(workspace, token));
    }

    private List<Delivery> leased(WorkspaceId workspace, UUID token) {
        return jdbc.sql("""
                        select id, alert_id, member_id, channel_id, attempts
                        from alert_delivery
                        where workspace_id = :workspace
                          and lease_token = :token
                          and state = 'queued'
                        order by ready_at, id
                        """)
                .param("workspace", workspace.value())
                .param("token", token)
                .query(AlertQueue::row)
                .list();
    }

    /** Whoever was handing these over has died. */
    private void forget(WorkspaceId workspace) {
        jdbc.sql("""
                        update alert_delivery
                        set state = 'unknown', changed_at = :now
                        where workspace_id = :workspace
                          and state = 'queued'
                          and handed_at is not null
                          and lease_until < :now
                          and (channel_id is null or channel_id in (
                            select id
                            from alert_channel
                            where workspace_id = :workspace
                              and kind <> 'webhook'))
                        """).param("workspace", workspace.value()).param("now", now()).update();
    }

    private static Delivery row(ResultSet row, int n) throws SQLException {
        UUID member = Rows.id(row, "member_id");
        return new Delivery(
                Rows.id(row, "id"),
                Rows.id(row, "alert_id"),
                member == null ? null : new MemberId(member),
                Rows.id(row, "channel_id"),
                row.getInt("attempts"));
    }

    private java.time.OffsetDateTime now() {
        return java.util.Objects.requireNonNull(Rows.time(clock.instant()));
    }
}
