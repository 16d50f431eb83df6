package org.upturn.server.invitations.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.surveys.WaveId;

/**
 * One order to send, and how far it has got.
 *
 * @param spreadDays over how many days the mails go out; 1 for all at once
 * @param reminderDays after how many days those are reminded who have not answered; at most two
 * @param pausedAt since when it is paused, when it is
 */
public record Mailing(
        UUID id,
        WaveId wave,
        Carrier carrier,
        Audience audience,
        Instant startsAt,
        int spreadDays,
        List<Integer> reminderDays,
        @Nullable Instant pausedAt,
        Fates invitations,
        Fates reminders,
        long skipped) {
    /** How many mails are in which state. */
    public record Fates(long queued, long sent, long unknown, long bounced, long complained, long stopped) {
        public static final Fates NONE = new Fates(0, 0, 0, 0, 0, 0);

        public long all() {
            return queued + sent + unknown + bounced + complained + stopped;
        }

        public long done() {
            return all() - queued;
        }

        Fates plus(MailState state, long count) {
            return switch (state) {
                case QUEUED -> new Fates(queued + count, sent, unknown, bounced, complained, stopped);
                case SENT -> new Fates(queued, sent + count, unknown, bounced, complained, stopped);
                case UNKNOWN -> new Fates(queued, sent, unknown + count, bounced, complained, stopped);
                case BOUNCED -> new Fates(queued, sent, unknown, bounced + count, complained, stopped);
                case COMPLAINED -> new Fates(queued, sent, unknown, bounced, complained + count, stopped);
                case STOPPED -> new Fates(queued, sent, unknown, bounced, complained, stopped + count);
            };
        }
    }

    public boolean isPaused() {
        return pausedAt != null;
    }

    public boolean isSending() {
        return invitations.queued() + reminders.queued() > 0 && !isPaused();
    }
}
