package org.upturn.server.invitations.cadence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.invitations.outbox.Audience;
import org.upturn.server.invitations.outbox.Carrier;
import org.upturn.server.kernel.Problem;
import org.upturn.server.surveys.ProgramId;

/**
 * A schedule by which a program asks by itself.
 *
 * @param name with which its waves are called
 * @param nextAt when it asks next; null for one that waits for events
 * @param pausedAt since when it rests
 * @param problem why it could not ask the last time
 */
public record Cadence(
        UUID id,
        ProgramId program,
        String name,
        Rhythm rhythm,
        Audience audience,
        Round round,
        @Nullable Instant nextAt,
        @Nullable Instant pausedAt,
        @Nullable String problem) {
    /**
     * One time of asking.
     *
     * @param channel by which the invitations go out
     * @param openDays how long it can be answered
     * @param spreadDays over how many days they go out
     * @param reminderDays after how many days those are reminded who have not answered
     */
    public record Round(Carrier channel, int openDays, int spreadDays, List<Integer> reminderDays) {
        public Round {
            channel = channel == null ? Carrier.MAIL : channel;
            if (openDays < 1 || openDays > 366 || spreadDays > openDays) {
                throw Problem.invalid("openDays", "problem.cadence.open");
            }
            reminderDays = List.copyOf(reminderDays);
        }

        /** By e-mail. */
        public Round(int openDays, int spreadDays, List<Integer> reminderDays) {
            this(Carrier.MAIL, openDays, spreadDays, reminderDays);
        }
    }

    public boolean isPaused() {
        return pausedAt != null;
    }
}
