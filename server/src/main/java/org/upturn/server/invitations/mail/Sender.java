package org.upturn.server.invitations.mail;

import org.jspecify.annotations.Nullable;

/**
 * Who writes.
 *
 * @param replyTo where answers go; to the sender when null
 * @param returnPath where bounces go; to the sender when null
 * @param imprint the organization's postal address for the foot of each mail; may be empty
 */
public record Sender(
        String name,
        String address,
        @Nullable String replyTo,
        @Nullable String returnPath,
        String imprint) {
    /** The part behind the @. */
    public String domain() {
        return address.substring(address.indexOf('@') + 1);
    }

    /** Where bounces go. */
    public String bounces() {
        return returnPath == null ? address : returnPath;
    }
}
