package org.upturn.server.corrections;

import java.time.Duration;
import java.time.Instant;

/**
 * A rule that asks by itself.
 *
 * @param delay how long after the answer; at most a day (S3-27)
 * @param days how long its links hold
 * @param since from when on answers count; none of before is asked about
 */
public record CorrectionRule(RuleKind kind, Duration delay, int days, Instant since) {
    /** Long enough for a person to come back by themselves, short enough to be remembered. */
    public static final Duration USUAL_DELAY = Duration.ofHours(2);

    public static final Duration LONGEST_DELAY = Duration.ofDays(1);

    public double hours() {
        return delay.toMinutes() / 60.0;
    }
}
