package org.upturn.server.invitations.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.invitations.Invitations;
import org.upturn.server.invitations.outbox.Outbox.Lease;
import org.upturn.server.invitations.outbox.Outbox.Leased;
import org.upturn.server.invitations.texts.GatewaySettings;
import org.upturn.server.invitations.texts.GatewaySetup;
import org.upturn.server.invitations.texts.Handed;
import org.upturn.server.invitations.texts.ShortTexts;
import org.upturn.server.invitations.texts.TextMessage;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.WaveId;

/** Takes leased text messages to the gateway, one after the other. */
@Component
class TextPostman {
    private static final Logger LOG = LoggerFactory.getLogger(TextPostman.class);

    private final Outbox outbox;
    private final Handover handover;
    private final GatewaySetup setup;
    private final ShortTexts texts;
    private final Contacts contacts;
    private final Invitations invitations;

    TextPostman(
            Outbox outbox,
            Handover handover,
            GatewaySetup setup,
            ShortTexts texts,
            Contacts contacts,
            Invitations invitations) {
        this.outbox = outbox;
        this.handover = handover;
        this.setup = setup;
        this.texts = texts;
        this.contacts = contacts;
        this.invitations = invitations;
    }

    /** What all messages of a round share. */
    private record Round(
            Lease lease,
            GatewaySettings settings,
            Map<ContactId, Contact> people,
            Map<WaveId, ShortTexts.OfWave> waves) {}

    /** Sends some messages of this workspace; false when there were none to send. */
    boolean round(WorkspaceId workspace) {
        Lease lease = outbox.lease(workspace, Carrier.SMS);
        List<Leased> messages = lease.mails().stream()
                .filter(one -> one.stop() == null || !stop(lease, one))
                .toList();
        if (!messages.isEmpty()) {
            var people = contacts.findAll(
                    workspace, messages.stream().map(Leased::contact).toList());
            send(new Round(lease, setup.of(workspace), people, new HashMap<>()), messages);
        }
        return !lease.mails().isEmpty();
    }

    private boolean stop(Lease lease, Leased message) {
        handover.end(lease, message, MailState.STOPPED, message.stop());
        return true;
    }

    private void send(Round round, List<Leased> messages) {
        WorkspaceId workspace = round.lease().workspace();
        boolean works = false;
        for (int i = 0; i < messages.size(); i++) {
            Leased one = messages.get(i);
            TextMessage written = written(round, one);
            if (!handover.handOver(round.lease(), one)) {
                continue;
            }
            Handed handed = setup.hand(workspace, round.settings(), written);
            if (handed instanceof Handed.Unusable broken) {
                rest(round.lease(), messages.subList(i, messages.size()), broken.said(), Duration.ZERO);
                return;
            }
            note(round.lease(), one, handed);
            if (handed instanceof Handed.Later later && later.pause().isPositive()) {
                rest(round.lease(), messages.subList(i + 1, messages.size()), later.said(), later.pause());
                return;
            }
            if (!works) {
                handover.works(workspace, Carrier.SMS);
                works = true;
            }
        }
    }

    private TextMessage written(Round round, Leased one) {
        ShortTexts.OfWave wave = round.waves()
                .computeIfAbsent(one.wave(), id -> texts.ofWave(round.lease().workspace(), id));
        String link = round.settings().publicUrl() + invitations.path(one.invitation());
        Contact person = round.people().get(one.contact());
        return new TextMessage(
                one.id(),
                one.address(),
                wave.words(person, one.number(), link),
                link,
                one.number() == 0 ? TextMessage.Kind.INVITATION : TextMessage.Kind.REMINDER);
    }

    private void note(Lease lease, Leased one, Handed handed) {
        switch (handed) {
            case Handed.Accepted(String id) -> {
                handover.end(lease, one, MailState.SENT, null);
                if (id != null) {
                    handover.name(lease, one, id);
                }
            }
            case Handed.Later(String said, Duration pause) -> handover.postpone(lease, one, said, pause);
            case Handed.Unknown(String said) -> handover.end(lease, one, MailState.UNKNOWN, said);
            case Handed.Refused(String said) -> handover.end(lease, one, MailState.BOUNCED, said);
            case Handed.Unusable(String said) -> throw new IllegalArgumentException("is no fate of one message");
        }
    }

    private void rest(Lease lease, List<Leased> messages, String said, Duration least) {
        LOG.warn(
                "The gateway of workspace {} cannot be used now; {} messages wait",
                lease.workspace().value(),
                messages.size());
        messages.forEach(one -> handover.release(lease, one));
        handover.rest(lease.workspace(), Carrier.SMS, said, least);
    }
}
