package org.upturn.server.followups;

import java.time.Clock;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.upturn.server.cases.Cases;
import org.upturn.server.cases.FollowUp;
import org.upturn.server.invitations.personal.PersonalMailSent;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.Workspaces;

/** Logs a letter on its case when the mail server took it, and not before: only then was somebody in touch (S1-26). */
@Component
class LogOnSending {
    private final LetterRepository letters;
    private final Cases cases;
    private final Workspaces workspaces;
    private final Clock clock;

    LogOnSending(LetterRepository letters, Cases cases, Workspaces workspaces, Clock clock) {
        this.letters = letters;
        this.cases = cases;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    @EventListener
    void on(PersonalMailSent sent) {
        letters.find(sent.workspace(), sent.mail())
                .filter(letter -> letter.logged() == null)
                .ifPresent(letter -> log(sent.workspace(), letter));
    }

    /** A case that was closed while the letter waited keeps the letter, and takes no more follow-ups. */
    private void log(WorkspaceId workspace, CaseLetter letter) {
        if (!cases.find(workspace, letter.caseId()).isOpen()) {
            return;
        }
        workspaces.findMember(workspace, letter.by()).ifPresent(by -> {
            UUID followUp = cases.logHappened(
                    by, letter.caseId(), FollowUp.Kind.CONTACTED, letter.firstSentence(), clock.instant());
            letters.markLogged(workspace, letter.id(), followUp);
        });
    }
}
