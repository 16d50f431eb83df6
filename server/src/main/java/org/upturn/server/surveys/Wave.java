package org.upturn.server.surveys;

import java.time.Instant;
import java.util.UUID;

/**
 * One round of asking in a program.
 *
 * @param rolling whether a schedule asks single people in it, each on a day of their own: no round that everybody is asked
 *     in, so no open link and no headline takes it unnamed
 */
public record Wave(
        WaveId id,
        ProgramId program,
        UUID survey,
        String name,
        Instant opensAt,
        Instant closesAt,
        Occasion occasion,
        boolean rolling) {
    /** The last moment in which it is open, for a wave that closes at midnight is said to last until the day before. */
    public Instant lastMoment() {
        return closesAt.minusMillis(1);
    }
}
