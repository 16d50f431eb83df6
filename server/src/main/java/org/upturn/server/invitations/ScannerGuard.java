package org.upturn.server.invitations;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.upturn.server.installation.DataFolder;
import org.upturn.server.kernel.Rows;

/**
 * Tells the machines that look into mails from the people who read them. Scanners of mail servers follow every link, so
 * whoever opens the link that no person sees, or more than three different buttons of one mail within ten seconds, is a
 * machine for some minutes: the answer page then records nothing by itself. A person's own press always counts.
 *
 * <p>Which buttons were opened is remembered for ten seconds, in memory alone; what is stored is only that a client was a
 * machine.
 */
@Service
public class ScannerGuard {
    /** So many different buttons a person may try within {@link #WINDOW}. */
    private static final int MOST_BUTTONS = 3;

    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration MACHINE_FOR = Duration.ofMinutes(15);
    private static final int MOST_REMEMBERED = 20_000;
    private static final int MOST_LOOKS = 64;

    private final InvitationRepository invitations;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<InvitationId, Deque<Look>> looks = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<InvitationId, Deque<Look>> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    ScannerGuard(InvitationRepository invitations, DataFolder folder, JdbcClient jdbc, Clock clock) {
        this.invitations = invitations;
        this.jdbc = jdbc;
        this.clock = clock;
        key = new SecretKeySpec(HexFormat.of().parseHex(folder.secret("link-secret")), "HmacSHA256");
    }

    /** One button opened by one visitor. */
    private record Look(Instant at, String button, Visitor visitor) {}

    /**
     * Whether this visitor's visits of this invitation are a machine's: then nothing may be recorded that the visitor has
     * not done by hand.
     */
    public boolean isMachine(Invited invited, Visitor visitor) {
        return jdbc.sql("""
                        select count(*)
                        from machine_visit
                        where workspace_id = :workspace
                          and invitation_id = :invitation
                          and client = :client
                          and ends_at > :now
                        """)
                        .param("workspace", invited.workspace().value())
                        .param("invitation", invited.invitation().value())
                        .param("client", client(visitor))
                        .param("now", Rows.time(clock.instant()))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Somebody opened a button of a mail. */
    public void opened(String token, String button, Visitor visitor) {
        invitations.findByToken(token).ifPresent(invited -> {
            var look = new Look(clock.instant(), button, visitor);
            var seen = remember(invited.invitation(), look);
            if (seen.stream().map(Look::button).distinct().count() > MOST_BUTTONS) {
                seen.stream().map(Look::visitor).collect(Collectors.toSet()).forEach(one -> mark(invited, one));
            }
        });
    }

    /** Somebody opened the link that no person sees. */
    public void trapped(String token, Visitor visitor) {
        invitations.findByToken(token).ifPresent(invited -> mark(invited, visitor));
    }

    private java.util.List<Look> remember(InvitationId invitation, Look look) {
        synchronized (looks) {
            Deque<Look> seen = looks.computeIfAbsent(invitation, absent -> new ArrayDeque<>());
            seen.addLast(look);
            while (seen.size() > MOST_LOOKS
                    || seen.getFirst().at().isBefore(look.at().minus(WINDOW))) {
                seen.removeFirst();
            }
            return java.util.List.copyOf(seen);
        }
    }

    private void mark(Invited invited, Visitor visitor) {
        jdbc.sql("""
                        insert into machine_visit (workspace_id, invitation_id, client, ends_at)
                        values (:workspace, :invitation, :client, :ends)
                        on conflict (workspace_id, invitation_id, client) do update
                        set ends_at = greatest(machine_visit.ends_at, excluded.ends_at)
                        where machine_visit.workspace_id = :workspace
                        """)
                .param("workspace", invited.workspace().value())
                .param("invitation", invited.invitation().value())
                .param("client", client(visitor))
                .param("ends", Rows.time(clock.instant().plus(MACHINE_FOR)))
                .update();
    }

    /** Throws away what has run out. */
    @org.springframework.scheduling.annotation.Scheduled(
            initialDelay = 7,
            fixedDelay = 60,
            timeUnit = java.util.concurrent.TimeUnit.MINUTES)
    void forget() {
        jdbc.sql("""
                        -- every workspace
                        delete from machine_visit
                        where ends_at <= :now
                        """).param("now", Rows.time(clock.instant())).update();
    }

    private byte[] client(Visitor visitor) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] whole = mac.doFinal((visitor.network() + "\n" + visitor.agent()).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(whole, 16);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
