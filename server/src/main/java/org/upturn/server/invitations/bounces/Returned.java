package org.upturn.server.invitations.bounces;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody told about a mail of ours.
 *
 * @param mail which, when they said so
 * @param address to whom, when they said so
 * @param reason in their words
 */
public record Returned(
        Kind kind, @Nullable UUID mail, @Nullable String address, String reason) {
    /** What happened to it. */
    public enum Kind {
        /** It cannot be delivered, now or ever. */
        HARD,
        /** It could not be delivered this time. */
        SOFT,
        /** Whoever got it reported it as spam. */
        COMPLAINT
    }
}
