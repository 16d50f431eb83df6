package org.upturn.server.cases;

import java.time.Duration;
import java.time.Instant;

/**
 * The clocks of a case. They start when the person answered, not when the wave closed (decision 4), and run on the wall
 * (decision 10).
 *
 * @param assignBy 24 h: "if a ticket sits unassigned for more than 24 hours, your system is broken" (S3-21)
 * @param questionBy 24 h: the one question to the silent (decision 9, S4-18)
 * @param contactBy 48 h: the recovery window (S1-02)
 * @param actBy 30 d: "if you can't act within 30 days you don't need the data every 30 days" (S3-25)
 */
public record Clocks(Instant assignBy, Instant questionBy, Instant contactBy, Instant actBy) {
    public static final Duration ASSIGN = Duration.ofHours(24);
    public static final Duration QUESTION = Duration.ofHours(24);
    public static final Duration RECOVERY_WINDOW = Duration.ofHours(48);
    public static final Duration ACT = Duration.ofDays(30);

    public static Clocks from(Instant answeredAt) {
        return new Clocks(
                answeredAt.plus(ASSIGN),
                answeredAt.plus(QUESTION),
                answeredAt.plus(RECOVERY_WINDOW),
                answeredAt.plus(ACT));
    }
}
