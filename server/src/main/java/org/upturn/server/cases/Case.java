package org.upturn.server.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.kernel.Score;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.MemberId;

/**
 * A detractor to be won back.
 *
 * @param score as it stands now
 * @param previousScore in the most recent earlier answered wave; null for a first answer
 * @param peak the highest score of one who is chronic now, but was a passive or promoter before that (decision 5); null
 *     for everybody else
 * @param silent whether the words name nothing to act on; the second axis (decision 7)
 * @param priority how urgent it is beside others; see {@link Priority}
 * @param owner who is responsible; null while unassigned
 * @param contactedAt when the person was first contacted; null until then
 * @param outcome how it closed; null while open
 */
public record Case(
        CaseId id,
        ResponseId response,
        ContactId contact,
        ProgramId program,
        WaveId wave,
        Score score,
        @Nullable Score previousScore,
        Subtype subtype,
        @Nullable Score peak,
        boolean silent,
        int priority,
        @Nullable MemberId owner,
        @Nullable String ownerName,
        Instant openedAt,
        Clocks clocks,
        @Nullable Instant assignedAt,
        @Nullable Instant contactedAt,
        @Nullable Outcome outcome,
        @Nullable Instant closedAt) {
    public boolean isOpen() {
        return outcome == null;
    }

    /** Open and nobody's for more than 24 hours: the system is broken, not the customer (S3-21). */
    public boolean isNeglected(Instant now) {
        return isOpen() && owner == null && now.isAfter(clocks.assignBy());
    }

    /** Open, nobody has been in touch, and the recovery window has passed. */
    public boolean isLate(Instant now) {
        return isOpen() && contactedAt == null && now.isAfter(clocks.contactBy());
    }

    /** {@code open}, {@code contacted} or {@code closed}. */
    public String status() {
        if (!isOpen()) {
            return "closed";
        }
        return contactedAt == null ? "open" : "contacted";
    }
}
