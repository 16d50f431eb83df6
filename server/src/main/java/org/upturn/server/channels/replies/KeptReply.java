package org.upturn.server.channels.replies;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.workspaces.MemberId;

/**
 * A reply that nobody but a person can understand.
 *
 * @param outcome {@code unclear}, or {@code late} when no wave was open for it
 * @param handled who has seen to it and when; null while nobody has
 */
public record KeptReply(
        UUID id,
        ContactId contact,
        String words,
        String outcome,
        Instant receivedAt,
        @Nullable Handled handled) {
    /** Somebody has seen to it. */
    public record Handled(MemberId by, Instant at) {}
}
