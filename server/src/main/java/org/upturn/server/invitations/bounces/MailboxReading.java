package org.upturn.server.invitations.bounces;

import jakarta.mail.MessagingException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.upturn.server.invitations.mail.MailSettings;
import org.upturn.server.invitations.mail.MailSetup;
import org.upturn.server.invitations.mail.SmtpConnection;
import org.upturn.server.kernel.Worker;
import org.upturn.server.kernel.WorkspaceId;

/** Looks into the mailboxes for bounces and answers every minute. Two nodes that read the same mail do the same twice. */
@Component
public class MailboxReading extends Worker {
    private static final long IDLE_MILLIS = 60_000;

    private final MailboxRepository repository;
    private final MailSetup setup;
    private final Bounces bounces;
    private final ApplicationEventPublisher events;

    MailboxReading(MailboxRepository repository, MailSetup setup, Bounces bounces, ApplicationEventPublisher events) {
        super("bounces", IDLE_MILLIS, 1);
        this.repository = repository;
        this.setup = setup;
        this.bounces = bounces;
        this.events = events;
    }

    /** Reads what came into this workspace's mailbox since the last time. */
    public void read(WorkspaceId workspace) {
        MailSettings settings = setup.of(workspace);
        if (settings.mailbox() == null) {
            return;
        }
        Mailbox.Mark mark = repository.mark(workspace);
        try {
            var mailbox = new Mailbox(settings.mailbox(), setup.mailboxPassword(workspace));
            Mailbox.Mark read = mailbox.readAfter(
                    mark,
                    new Mailbox.Readers(
                            report -> bounces.take(workspace, report),
                            mail -> events.publishEvent(new MailArrived(workspace, mail))));
            repository.save(workspace, read, null);
        } catch (MessagingException unusable) {
            repository.save(workspace, mark, SmtpConnection.said(unusable));
        }
    }

    @Override
    protected boolean pass() {
        repository.workspaces().forEach(this::read);
        return false;
    }
}
