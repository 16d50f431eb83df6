package org.upturn.server.invitations.personal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.invitations.outbox.MailState;

/**
 * A mail that a member wrote, and what became of it.
 *
 * @param messageId its Message-ID, with angle brackets
 * @param reason why it came back or was not sent, or what the mail server said last
 * @param readyAt when it goes at the earliest; can be taken back until then
 */
public record PersonalFate(
        UUID mail,
        PersonalMail written,
        String address,
        String messageId,
        MailState state,
        @Nullable String reason,
        Instant readyAt,
        @Nullable Instant sentAt) {
    /** Whether it can still be taken back. */
    public boolean waits(Instant now) {
        return state == MailState.QUEUED && now.isBefore(readyAt);
    }
}
