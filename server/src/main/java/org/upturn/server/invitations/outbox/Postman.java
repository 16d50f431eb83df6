package org.upturn.server.invitations.outbox;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.invitations.Invitations;
import org.upturn.server.invitations.mail.DkimKey;
import org.upturn.server.invitations.mail.MailSettings;
import org.upturn.server.invitations.mail.MailSetup;
import org.upturn.server.invitations.mail.MailView;
import org.upturn.server.invitations.mail.MailViews;
import org.upturn.server.invitations.mail.MailWriter;
import org.upturn.server.invitations.mail.Sent;
import org.upturn.server.invitations.mail.SmtpConnection;
import org.upturn.server.invitations.outbox.Outbox.Lease;
import org.upturn.server.invitations.outbox.Outbox.Leased;
import org.upturn.server.invitations.personal.PersonalMails;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.WaveId;

/** Takes leased mails to the mail server, one after the other over one connection. */
@Component
class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final Outbox outbox;
    private final Handover handover;
    private final MailSetup setup;
    private final MailWriter writer;
    private final Connections connections;
    private final Programs programs;
    private final Contacts contacts;
    private final Invitations invitations;
    private final Suppressions suppressions;
    private final Letters letters;
    private final PersonalMails personal;

    Postman(
            Outbox outbox,
            Handover handover,
            MailSetup setup,
            MailWriter writer,
            Connections connections,
            Programs programs,
            Contacts contacts,
            Invitations invitations,
            Suppressions suppressions,
            Letters letters,
            PersonalMails personal) {
        this.outbox = outbox;
        this.handover = handover;
        this.setup = setup;
        this.writer = writer;
        this.connections = connections;
        this.programs = programs;
        this.contacts = contacts;
        this.invitations = invitations;
        this.suppressions = suppressions;
        this.letters = letters;
        this.personal = personal;
    }

    /** What all mails of a round share. */
    private record Round(
            Lease lease,
            MailSettings settings,
            Optional<DkimKey> key,
            Map<ContactId, Contact> people,
            Map<WaveId, MailViews> views) {}

    /** Sends some mails of this workspace; false when there were none to send. */
    boolean round(WorkspaceId workspace) {
        Lease lease = outbox.lease(workspace, Carrier.MAIL);
        List<Leased> mails = lease.mails().stream()
                .filter(mail -> mail.stop() == null || !stop(lease, mail))
                .toList();
        if (!mails.isEmpty()) {
            send(lease, mails);
        }
        return !lease.mails().isEmpty();
    }

    private boolean stop(Lease lease, Leased mail) {
        handover.end(lease, mail, MailState.STOPPED, mail.stop());
        return true;
    }

    private void send(Lease lease, List<Leased> mails) {
        MailSettings settings = setup.of(lease.workspace());
        SmtpConnection connection;
        try {
            connection = connections.take(lease.workspace(), settings);
        } catch (MessagingException unusable) {
            rest(lease, mails, SmtpConnection.said(unusable));
            return;
        }
        var people = contacts.findAll(
                lease.workspace(), mails.stream().map(Leased::contact).toList());
        var round = new Round(lease, settings, setup.key(lease.workspace(), settings), people, new HashMap<>());
        try {
            send(round, mails, connection);
        } finally {
            connections.putBack(lease.workspace(), settings, connection);
        }
    }

    private void send(Round round, List<Leased> mails, SmtpConnection connection) {
        boolean works = false;
        for (int i = 0; i < mails.size(); i++) {
            Leased mail = mails.get(i);
            byte[] written = written(round, mail);
            if (!handover.handOver(round.lease(), mail)) {
                continue;
            }
            Sent sent = connection.send(written, round.settings().sender().bounces(), mail.address());
            if (sent instanceof Sent.Unusable broken) {
                rest(round.lease(), mails.subList(i, mails.size()), broken.said());
                return;
            }
            note(round.lease(), mail, sent);
            if (!works) {
                handover.works(round.lease().workspace(), Carrier.MAIL);
                works = true;
            }
        }
    }

    private byte[] written(Round round, Leased mail) {
        if (mail.personal()) {
            String name = round.people().get(mail.contact()).name();
            return personal.written(
                    round.lease().workspace(),
                    round.settings(),
                    new MailWriter.Address(mail.id(), mail.address(), name),
                    round.key());
        }
        MailViews views = round.views()
                .computeIfAbsent(
                        mail.wave(), wave -> programs.views(round.lease().workspace(), wave, round.settings()));
        Contact person = round.people().get(mail.contact());
        String path = invitations.path(mail.invitation());
        MailView view = mail.isLetter()
                ? letters.view(round.lease().workspace(), mail.id(), views, person, path)
                : views.of(person, mail.number(), path);
        return writer.write(
                round.settings(), view, new MailWriter.Address(mail.id(), mail.address(), person.name()), round.key());
    }

    private void note(Lease lease, Leased mail, Sent sent) {
        switch (sent) {
            case Sent.Accepted() -> handover.sent(lease, mail);
            case Sent.Later(String said) -> handover.postpone(lease, mail, said, Duration.ZERO);
            case Sent.Unknown(String said) -> handover.end(lease, mail, MailState.UNKNOWN, said);
            case Sent.Refused(String said, boolean address) -> {
                handover.end(lease, mail, MailState.BOUNCED, said);
                if (address) {
                    suppressions.bounced(lease.workspace(), mail.address());
                }
            }
            case Sent.Unusable(String said) -> throw new IllegalArgumentException("is no fate of one mail");
        }
    }

    private void rest(Lease lease, List<Leased> mails, String said) {
        LOG.warn(
                "The mail server of workspace {} cannot be used; {} mails wait",
                lease.workspace().value(),
                mails.size());
        mails.forEach(mail -> handover.release(lease, mail));
        handover.rest(lease.workspace(), Carrier.MAIL, said, Duration.ZERO);
    }
}
