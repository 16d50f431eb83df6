package org.upturn.server.invitations.web;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.upturn.server.invitations.mail.MailSetup;
import org.upturn.server.invitations.outbox.Mailings;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.Wave;

/** Gathers the mails of a wave for its page. */
@Component
class MailPlans {
    private final Mailings mailings;
    private final MailSetup setup;
    private final Clock clock;

    MailPlans(Mailings mailings, MailSetup setup, Clock clock) {
        this.mailings = mailings;
        this.setup = setup;
        this.clock = clock;
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
                mailings.attributes(workspace));
    }
}
