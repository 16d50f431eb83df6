package org.upturn.server.responses;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upturn.server.invitations.Invited;
import org.upturn.server.kernel.Score;

/**
 * What somebody has begun to answer and not sent.
 *
 * @param chosenAt when a person, not a mail scanner, chose the score; null while nobody has
 */
public record AnswerDraft(
        Invited invited,
        @Nullable Score score,
        String words,
        String language,
        Map<String, List<String>> answers,
        @Nullable Instant chosenAt,
        Instant changedAt) {
    /** How long after the last change it counts by itself. */
    public static final Duration PATIENCE = Duration.ofMinutes(30);

    /** Whether it will count by itself. */
    public boolean isProvisional() {
        return score != null && chosenAt != null;
    }

    /** When it counts by itself. */
    public Instant countsAt() {
        return changedAt.plus(PATIENCE);
    }
}
