package org.upturn.server.insights.loop;

import java.time.Instant;
import java.util.List;

/**
 * The loop as it stood.
 *
 * @param at when that was
 * @param cases everybody whose present score is a detractor's, the last answer first
 */
public record LoopLook(Instant at, List<LoopCase> cases, LoopReport report, Costs costs) {
    /** Up to so many are counted in a quarter of a second: ten times as many took 2.6 s, see {@code bin/bench inbox}. */
    private static final int MANY = 10_000;

    /** Whether it is kept for a while. */
    public boolean isLarge() {
        return cases.size() >= MANY;
    }
}
