package org.upturn.server.invitations.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.invitations.outbox.Outbox.Lease;
import org.upturn.server.invitations.outbox.Outbox.Leased;
import org.upturn.server.invitations.personal.PersonalMailSent;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;

/** Notes what happens to a leased mail on its way to the mail server. */
@Repository
class Handover {
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);
    private static final Duration LONGEST_REST = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Handover(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Marks a mail as being handed over now; false when the lease was lost, and it must not be. */
    boolean handOver(Lease lease, Leased mail) {
        return jdbc.sql("""
                        update mail_message
                        set handed_at = :now
                        where workspace_id = :workspace
                          and id = :id
                          and state = 'queued'
                          and lease_token = :token
                          and lease_until > :now
                        """)
                        .param("workspace", lease.workspace().value())
                        .param("id", mail.id())
                        .param("token", lease.token())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Notes how it ended. One that was given up as unknown meanwhile, and was taken after all, is sent. */
    void end(Lease lease, Leased mail, MailState state, @Nullable String reason) {
        jdbc.sql("""
                        update mail_message
                        set state = :state, reason = :reason, changed_at = :now, lease_until = null,
                          accepted_at = case when cast(:state as text) = 'sent' then cast(:now as timestamptz) end
                        where workspace_id = :workspace
                          and id = :id
                          and lease_token = :token
                          and state in ('queued', 'unknown')
                        """)
                .param("workspace", lease.workspace().value())
                .param("id", mail.id())
                .param("token", lease.token())
                .param("state", state.word())
                .param("reason", reason)
                .param("now", now())
                .update();
    }

    /** Notes that the server took it; who listens to letters of one person to another learns it in the same transaction. */
    @Transactional
    void sent(Lease lease, Leased mail) {
        end(lease, mail, MailState.SENT, null);
        if (mail.personal()) {
            events.publishEvent(new PersonalMailSent(lease.workspace(), mail.id()));
        }
    }

    /**
     * Puts a mail back that the server does not want now: 1, 4, 16 … minutes, at most four hours.
     *
     * @param least a longer pause that the server asked for
     */
    void postpone(Lease lease, Leased mail, String reason, Duration least) {
        long minutes = (long) Math.min(Math.pow(4, mail.attempts() - 1), LONGEST_PAUSE.toMinutes());
        Duration pause = Duration.ofMinutes(minutes);
        putBack(lease, mail, clock.instant().plus(pause.compareTo(least) < 0 ? least : pause), reason, 0);
    }

    /** Puts a mail back as it was. */
    void release(Lease lease, Leased mail) {
        putBack(lease, mail, clock.instant(), null, 1);
    }

    private void putBack(Lease lease, Leased mail, Instant ready, @Nullable String reason, int unspent) {
        jdbc.sql("""
                        update mail_message
                        set ready_at = :ready, reason = :reason, handed_at = null, lease_until = null,
                          lease_token = null, attempts = attempts - :unspent
                        where workspace_id = :workspace
                          and id = :id
                          and lease_token = :token
                          and state = 'queued'
                        """)
                .param("workspace", lease.workspace().value())
                .param("id", mail.id())
                .param("token", lease.token())
                .param("ready", Rows.time(ready))
                .param("reason", reason)
                .param("unspent", unspent)
                .update();
    }

    /** Notes the name that a gateway gave to a message; a name that another has already is none. */
    void name(Lease lease, Leased mail, String gatewayId) {
        jdbc.sql("""
                        update mail_message
                        set gateway_id = :gatewayId
                        where workspace_id = :workspace
                          and id = :id
                          and not exists (
                            select 1
                            from mail_message other
                            where other.workspace_id = :workspace
                              and other.gateway_id = :gatewayId)
                        """)
                .param("workspace", lease.workspace().value())
                .param("id", mail.id())
                .param("gatewayId", gatewayId)
                .update();
    }

    /**
     * The server cannot be used: nothing is sent for 5, 10, 20 … seconds, at most ten minutes.
     *
     * @param least a longer rest that the server asked for
     */
    void rest(WorkspaceId workspace, Carrier carrier, String problem, Duration least) {
        jdbc.sql("""
                        update %s
                        set failures = failures + 1, last_problem = :problem,
                          rest_until = cast(:now as timestamptz)
                            + greatest(least(5 * power(2, least(failures, 20)), :longest), :least) * interval '1 second'
                        where workspace_id = :workspace
                          and (rest_until is null or rest_until <= :now)
                        """.formatted(carrier.settings()))
                .param("workspace", workspace.value())
                .param("problem", problem)
                .param("least", least.toSeconds())
                .param("longest", LONGEST_REST.toSeconds())
                .param("now", now())
                .update();
    }

    /** The server works again. */
    void works(WorkspaceId workspace, Carrier carrier) {
        jdbc.sql("""
                        update %s
                        set failures = 0, last_problem = null, rest_until = null
                        where workspace_id = :workspace
                          and failures > 0
                        """.formatted(carrier.settings()))
                .param("workspace", workspace.value())
                .update();
    }

    private OffsetDateTime now() {
        return Objects.requireNonNull(Rows.time(clock.instant()));
    }
}
