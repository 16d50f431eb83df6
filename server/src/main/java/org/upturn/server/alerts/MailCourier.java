package org.upturn.server.alerts;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.upturn.server.alerts.messages.Alert;
import org.upturn.server.alerts.messages.AlertLinks;
import org.upturn.server.alerts.messages.AlertMail;
import org.upturn.server.invitations.mail.MailSettings;
import org.upturn.server.invitations.mail.MailSetup;
import org.upturn.server.invitations.mail.Sent;
import org.upturn.server.invitations.mail.SmtpConnection;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Workspaces;

/** Takes what waits for one member to the workspace's mail server, in one mail. */
@Component
class MailCourier {
    private static final Logger LOG = LoggerFactory.getLogger(MailCourier.class);

    private final AlertRepository repository;
    private final AlertMaker maker;
    private final AlertHandover handover;
    private final Claims claims;
    private final AlertLanguages languages;
    private final MailSetup setup;
    private final AlertMailWriter writer;
    private final Workspaces workspaces;

    MailCourier(
            AlertRepository repository,
            AlertMaker maker,
            AlertHandover handover,
            Claims claims,
            AlertLanguages languages,
            MailSetup setup,
            AlertMailWriter writer,
            Workspaces workspaces) {
        this.repository = repository;
        this.maker = maker;
        this.handover = handover;
        this.claims = claims;
        this.languages = languages;
        this.setup = setup;
        this.writer = writer;
        this.workspaces = workspaces;
    }

    void carry(Delivery.Lease lease) {
        Optional<MailSettings> settings = setup.find(lease.workspace());
        Member member = workspaces
                .findMember(lease.workspace(), lease.all().getFirst().member())
                .orElseThrow();
        if (member.left()) {
            handover.end(lease, lease.all(), Delivery.State.STOPPED, "left");
            return;
        }
        if (settings.isEmpty()) {
            handover.postpone(lease, lease.all(), "no mail server", Duration.ZERO);
            return;
        }
        var items = new ArrayList<AlertMail.Item>();
        var going = new ArrayList<Delivery>();
        Map<UUID, AlertRow> rows =
                repository
                        .findAll(
                                lease.workspace(),
                                lease.all().stream().map(Delivery::alert).toList())
                        .stream()
                        .collect(Collectors.toMap(AlertRow::id, row -> row));
        for (Delivery one : lease.all()) {
            Optional<Alert> alert =
                    maker.of(lease.workspace(), rows.get(one.alert())).filter(Alert::holds);
            if (alert.isPresent()) {
                items.add(
                        new AlertMail.Item(alert.get(), links(lease.workspace(), member, alert.get(), settings.get())));
                going.add(one);
            } else {
                handover.end(lease, List.of(one), Delivery.State.STOPPED, "closed");
            }
        }
        if (!items.isEmpty()) {
            var mail = new AlertMail(
                    items,
                    languages.of(lease.workspace(), member.id()),
                    settings.get().publicUrl() + "/alerts/preferences");
            send(lease, going, settings.get(), member, mail);
        }
    }

    private AlertLinks links(WorkspaceId workspace, Member member, Alert alert, MailSettings settings) {
        String record = settings.publicUrl() + alert.standing().path();
        return new AlertLinks(
                record,
                claims.path(workspace, alert.id(), member.id())
                        .map(path -> settings.publicUrl() + path)
                        .orElse(null));
    }

    private void send(
            Delivery.Lease lease, List<Delivery> going, MailSettings settings, Member member, AlertMail mail) {
        byte[] written =
                writer.write(settings, mail, member, going.getFirst().id(), setup.key(lease.workspace(), settings));
        try (SmtpConnection connection = setup.connect(lease.workspace(), settings)) {
            if (handover.handOver(lease, going)) {
                note(lease, going, connection.send(written, settings.sender().bounces(), member.email()));
            }
        } catch (MessagingException unusable) {
            later(lease, going, SmtpConnection.said(unusable));
        }
    }

    private void note(Delivery.Lease lease, List<Delivery> going, Sent sent) {
        switch (sent) {
            case Sent.Accepted() -> handover.end(lease, going, Delivery.State.SENT, null);
            case Sent.Refused(String said, boolean address) -> handover.end(lease, going, Delivery.State.FAILED, said);
            case Sent.Unknown(String said) -> handover.end(lease, going, Delivery.State.UNKNOWN, said);
            case Sent.Later(String said) -> later(lease, going, said);
            case Sent.Unusable(String said) -> later(lease, going, said);
        }
    }

    private void later(Delivery.Lease lease, List<Delivery> going, String said) {
        LOG.warn(
                "{} alerts of workspace {} wait: the mail server does not take them now",
                going.size(),
                lease.workspace().value());
        handover.postpone(lease, going, said, Duration.ZERO);
    }
}
