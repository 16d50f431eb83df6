package org.upturn.server.invitations.outbox;

import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.springframework.stereotype.Component;
import org.upturn.server.invitations.mail.MailServer;
import org.upturn.server.invitations.mail.MailSettings;
import org.upturn.server.invitations.mail.MailSetup;
import org.upturn.server.invitations.mail.SmtpConnection;
import org.upturn.server.kernel.WorkspaceId;

/** Connections to mail servers that are kept open for the next mails, and not longer than servers like. */
@Component
class Connections {
    /** Many servers end a connection after a hundred mails. */
    private static final int MOST_MAILS = 100;

    private static final Duration LONGEST_IDLE = Duration.ofSeconds(20);
    private static final int MOST_KEPT = 16;

    private final MailSetup setup;
    private final Clock clock;
    private final ConcurrentLinkedDeque<Kept> kept = new ConcurrentLinkedDeque<>();

    Connections(MailSetup setup, Clock clock) {
        this.setup = setup;
        this.clock = clock;
    }

    private record Kept(WorkspaceId workspace, MailServer server, SmtpConnection connection, Instant since) {}

    SmtpConnection take(WorkspaceId workspace, MailSettings settings) throws MessagingException {
        for (Iterator<Kept> all = kept.iterator(); all.hasNext(); ) {
            Kept one = all.next();
            if (one.workspace().equals(workspace) && one.server().equals(settings.server()) && kept.remove(one)) {
                if (isFresh(one) && one.connection().isAlive()) {
                    return one.connection();
                }
                one.connection().close();
            }
        }
        return setup.connect(workspace, settings);
    }

    void putBack(WorkspaceId workspace, MailSettings settings, SmtpConnection connection) {
        closeOld();
        if (connection.sent() >= MOST_MAILS || kept.size() >= MOST_KEPT || !connection.isAlive()) {
            connection.close();
        } else {
            kept.addFirst(new Kept(workspace, settings.server(), connection, clock.instant()));
        }
    }

    /** Closes those that nobody took for a while. */
    void closeOld() {
        for (Kept one : kept) {
            if (!isFresh(one) && kept.remove(one)) {
                one.connection().close();
            }
        }
    }

    private boolean isFresh(Kept one) {
        return one.since().plus(LONGEST_IDLE).isAfter(clock.instant());
    }

    @PreDestroy
    void closeAll() {
        kept.forEach(one -> one.connection().close());
        kept.clear();
    }
}
