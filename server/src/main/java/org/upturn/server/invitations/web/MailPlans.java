package org.upturn.server.invitations.web;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.upturn.server.contacts.segments.Segments;
import org.upturn.server.invitations.mail.MailSetup;
import org.upturn.server.invitations.outbox.Mailings;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.Wave;

/** Gathers the mails of a wave for its page. */
@Component
public class MailPlans {
    private final Mailings mailings;
    private final MailSetup setup;
    private final Segments segments;
    private final Clock clock;

    MailPlans(Mailings mailings, MailSetup setup, Segments segments, Clock clock) {
        this.mailings = mailings;
        this.setup = setup;
        this.segments = segments;
        this.clock = clock;
    }

    /** What people of mails can be chosen by. */
    public MailPlan.Choices choices(WorkspaceId workspace) {
        return new MailPlan.Choices(mailings.attributes(workspace), segments.list(workspace));
    }

    MailPlan of(WorkspaceId workspace, Wave wave) {
        var orders = mailings.ofWave(workspace, wave.id()).stream()
                .map(mailing -> new MailPlan.Order(mailing, mailings.skips(workspace, mailing.id())))
                .toList();
        return new MailPlan(
                wave,
                setup.find(workspace).isPresent(),
                clock.instant().isBefore(wave.closesAt()),
                orders,
                setup.standing(workspace),
                choices(workspace));
    }
}
