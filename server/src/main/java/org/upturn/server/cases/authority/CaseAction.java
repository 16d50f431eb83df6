package org.upturn.server.cases.authority;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.cases.CaseId;
import org.upturn.server.workspaces.MemberId;

/**
 * One thing done for a person, or asked for.
 *
 * @param amount what it cost or would cost; null for no money
 * @param askedBy who did it, or asked for it
 * @param decidedBy who allowed or declined it, themselves within their own authority; null while it waits
 * @param reason why it was declined, or what was said to it
 * @param undoneBy who took it back; null while it stands
 */
public record CaseAction(
        UUID id,
        CaseId item,
        UUID action,
        String name,
        ActionKind kind,
        @Nullable BigDecimal amount,
        String note,
        MemberId askedBy,
        String askedByName,
        Instant askedAt,
        @Nullable Boolean granted,
        @Nullable String decidedBy,
        @Nullable MemberId decider,
        @Nullable Instant decidedAt,
        String reason,
        @Nullable String undoneBy,
        @Nullable Instant undoneAt,
        String undoneReason) {
    /** How it stands. */
    public enum State {
        /** For somebody with more authority to decide. */
        WAITING,
        DONE,
        DECLINED,
        /** A mistake; it counts nowhere and stays readable. */
        UNDONE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public State state() {
        if (undoneAt != null) {
            return State.UNDONE;
        }
        return granted == null ? State.WAITING : granted ? State.DONE : State.DECLINED;
    }

    /** Whether somebody else had to allow it. */
    public boolean wasAsked() {
        return decider != null && !decider.equals(askedBy);
    }

    BigDecimal cost() {
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
