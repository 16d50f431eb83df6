package org.upturn.server.invitations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.surveys.WaveId;

/**
 * One contact asked in one wave.
 *
 * @param token the secret part of the personal link, at least 128 bits
 */
public record Invitation(
        InvitationId id,
        WaveId wave,
        ContactId contact,
        String token,
        Instant createdAt,
        @Nullable Instant answeredAt) {
    /** The path of the personal link; the same for every reminder. */
    public String path() {
        return "/a/" + token;
    }
}
