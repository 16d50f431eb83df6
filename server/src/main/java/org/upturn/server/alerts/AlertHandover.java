package org.upturn.server.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Rows;

/** Notes what happens to leased alerts on their way out. */
@Repository
class AlertHandover {
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);

    /** 1, 4, 16, 64 minutes, 4 hours, and then four-hourly: three days. */
    private static final int MOST_ATTEMPTS = 22;

    private final JdbcClient jdbc;
    private final Clock clock;

    AlertHandover(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Marks these as being handed over now; false when the lease was lost, and none of them must be. */
    boolean handOver(Delivery.Lease lease, List<Delivery> some) {
        return jdbc.sql("""
                                update alert_delivery
                                set handed_at = :now
                                where workspace_id = :workspace
                                  and id = any(:ids)
                                  and state = 'queued'
                                  and lease_token = :token
                                  and lease_until > :now
                                """)
                        .param("workspace", lease.workspace().value())
                        .param("ids", ids(some))
                        .param("token", lease.token())
                        .param("now", Rows.time(clock.instant()))
                        .update()
                == some.size();
    }

    /** Notes how they ended. */
    void end(Delivery.Lease lease, List<Delivery> some, Delivery.State state, @Nullable String reason) {
        jdbc.sql("""
                        update alert_delivery
                        set state = :state, reason = :reason, changed_at = :now, lease_until = null
                        where workspace_id = :workspace
                          and id = any(:ids)
                          and lease_token = :token
                          and state in ('queued', 'unknown')
                        """)
                .param("workspace", lease.workspace().value())
                .param("ids", ids(some))
                .param("token", lease.token())
                .param("state", state.word())
                .param("reason", reason)
                .param("now", Rows.time(clock.instant()))
                .update();
    }

    /** Puts them back for later, at most for three days. @param least a longer pause that was asked for */
    void postpone(Delivery.Lease lease, List<Delivery> some, String reason, Duration least) {
        for (Delivery one : some) {
            if (one.attempts() >= MOST_ATTEMPTS) {
                end(lease, List.of(one), Delivery.State.FAILED, reason);
            } else {
                putBack(lease, one, clock.instant().plus(pause(one, least)), reason);
            }
        }
    }

    private static Duration pause(Delivery one, Duration least) {
        long minutes = (long) Math.min(Math.pow(4, one.attempts() - 1), LONGEST_PAUSE.toMinutes());
        Duration pause = Duration.ofMinutes(minutes);
        return pause.compareTo(least) < 0 ? least : pause;
    }

    private void putBack(Delivery.Lease lease, Delivery one, Instant ready, String reason) {
        jdbc.sql("""
                        update alert_delivery
                        set ready_at = :ready, reason = :reason, handed_at = null, lease_until = null, lease_token = null
                        where workspace_id = :workspace
                          and id = :id
                          and lease_token = :token
                          and state = 'queued'
                        """)
                .param("workspace", lease.workspace().value())
                .param("id", one.id())
                .param("token", lease.token())
                .param("ready", Rows.time(ready))
                .param("reason", reason)
                .update();
    }

    private static UUID[] ids(List<Delivery> some) {
        return some.stream().map(Delivery::id).toArray(UUID[]::new);
    }
}
