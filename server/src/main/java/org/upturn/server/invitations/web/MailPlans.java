package org.upturn.server.invitations.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.upturn.server.contacts.segments.Segments;
import org.upturn.server.invitations.mail.MailSetup;
import org.upturn.server.invitations.outbox.Carrier;
import org.upturn.server.invitations.outbox.Mailings;
import org.upturn.server.invitations.texts.GatewaySetup;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.Wave;

/** Gathers the mails of a wave for its page. */
@Component
public class MailPlans {
    private final Mailings mailings;
    private final MailSetup setup;
    private final GatewaySetup gateways;
    private final Segments segments;
    private final Clock clock;

    MailPlans(Mailings mailings, MailSetup setup, GatewaySetup gateways, Segments segments, Clock clock) {
        this.mailings = mailings;
        this.setup = setup;
        this.gateways = gateways;
        this.segments = segments;
        this.clock = clock;
    }

    /** What people of mails can be chosen by. */
    public MailPlan.Choices choices(WorkspaceId workspace) {
        return new MailPlan.Choices(mailings.attributes(workspace), segments.list(workspace));
    }

    /** By which invitations can go out here. */
    public List<Carrier> carriers(WorkspaceId workspace) {
        var carriers = new ArrayList<Carrier>();
        if (setup.find(workspace).isPresent()) {
            carriers.add(Carrier.MAIL);
        }
        if (gateways.find(workspace).isPresent()) {
            carriers.add(Carrier.SMS);
        }
        return carriers;
    }

    MailPlan of(WorkspaceId workspace, Wave wave) {
        var orders = mailings.ofWave(workspace, wave.id()).stream()
                .map(mailing -> new MailPlan.Order(mailing, mailings.skips(workspace, mailing.id())))
                .toList();
        return new MailPlan(
                wave,
                carriers(workspace),
                clock.instant().isBefore(wave.closesAt()),
                orders,
                new MailPlan.Standing(
                        setup.standing(workspace).problem(),
                        gateways.standing(workspace).problem()),
                choices(workspace));
    }
}
