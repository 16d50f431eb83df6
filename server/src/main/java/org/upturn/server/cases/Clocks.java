package org.upturn.server.cases;

import java.time.Duration;
import java.time.Instant;

/**
 * The clocks of a case. They start when the person answered, not when the wave closed (decision 4), and run on the wall
 * (decision 10).
 *
 * @param assignBy 24 h: "if a ticket sits unassigned for more than 24 hours, your system is broken" (S3-21)
 * @param contactBy 48 h: the recovery window (S1-02)
 */
public record Clocks(Instant assignBy, Instant contactBy) {
    public static final Duration ASSIGN = Duration.ofHours(24);
    public static final Duration RECOVERY_WINDOW = Duration.ofHours(48);

    public static Clocks from(Instant answeredAt) {
        return new Clocks(answeredAt.plus(ASSIGN), answeredAt.plus(RECOVERY_WINDOW));
    }
}
