package org.upturn.server.invitations.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.surveys.WaveId;

/**
 * One mail to one person and what became of it.
 *
 * @param number 0 for the invitation, 1 and 2 for its reminders, more for letters
 * @param reason what the mail server said, or the word of a {@link Skip}
 * @param readyAt from when on it is to be sent
 * @param acceptedAt when a mail server or gateway took it
 * @param deliveredAt when the gateway told that it arrived; never told of mails
 */
public record MailFate(
        UUID id,
        WaveId wave,
        ContactId contact,
        int number,
        Carrier carrier,
        MailState state,
        @Nullable String reason,
        Instant readyAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant deliveredAt,
        Instant changedAt) {
    /** Whether it is a reminder. */
    public boolean isReminder() {
        return number > 0 && !isLetter();
    }

    /** Whether it is a letter that follows the answer. */
    public boolean isLetter() {
        return number >= Letters.FIRST_NUMBER;
    }

    /** The word for how far it got. */
    public String word() {
        return deliveredAt == null ? state.word() : "delivered";
    }

    /** The reason when it is one of ours. */
    public @Nullable Skip skip() {
        for (Skip one : Skip.values()) {
            if (one.word().equals(reason)) {
                return one;
            }
        }
        return null;
    }
}
