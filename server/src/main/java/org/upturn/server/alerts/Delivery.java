package org.upturn.server.alerts;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.MemberId;

/** One alert on its way to a member's mailbox or to a channel. */
record Delivery(
        UUID id,
        UUID alert,
        @Nullable MemberId member,
        @Nullable UUID channel,
        int attempts) {
    /** Some of them to one place, held under a token. */
    record Lease(WorkspaceId workspace, UUID token, List<Delivery> all) {}

    /** How it stands with a delivery. */
    enum State {
        QUEUED,
        SENT,
        /** Refused, or tried for three days. */
        FAILED,
        /** Handed over whole, and nobody said whether it was taken: never sent a second time. */
        UNKNOWN,
        /** Not of use any more. */
        STOPPED;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
