package org.upturn.server.followups;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.cases.CaseId;
import org.upturn.server.invitations.personal.PersonalFate;
import org.upturn.server.workspaces.MemberId;

/**
 * A letter of a member to the person of a case.
 *
 * @param id also the id of the mail that carries it
 * @param firstSentence as it was written by hand
 * @param rest what follows it, from the template
 * @param logged the follow-up that was noted when the mail server took it; null until then
 */
public record CaseLetter(
        UUID id,
        CaseId caseId,
        String firstSentence,
        String rest,
        MemberId by,
        String byName,
        Instant writtenAt,
        @Nullable Instant takenBackAt,
        @Nullable UUID logged,
        PersonalFate mail) {
    /** {@code waiting} while it can be taken back, {@code taken-back}, or what became of the mail. */
    public String state(Instant now) {
        if (takenBackAt != null) {
            return "taken-back";
        }
        return mail.waits(now) ? "waiting" : mail.state().word();
    }

    /** Whether it may still change by itself. */
    public boolean isMoving() {
        return takenBackAt == null && mail.state().word().equals("queued");
    }
}
