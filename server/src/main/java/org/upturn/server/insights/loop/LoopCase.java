package org.upturn.server.insights.loop;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.cases.Outcome;
import org.upturn.server.kernel.Group;
import org.upturn.server.kernel.Score;
import org.upturn.server.surveys.WaveId;

/**
 * A detractor as the figures need them.
 *
 * @param after seconds from the answer until a step was reached; a step that was not reached is missing
 * @param inTime contacted within the recovery window, on the wall clock (decisions 4 and 10)
 * @param outcome how the case closed; null while open
 * @param waited seconds from the answer until now
 * @param next the next answer in the program; null for none
 * @param nextAfter seconds until that; null for none
 * @param asked whether they were asked in a later wave
 */
public record LoopCase(
        UUID id,
        WaveId wave,
        Score score,
        Map<Leg, Integer> after,
        boolean inTime,
        @Nullable Outcome outcome,
        int waited,
        @Nullable Score next,
        @Nullable Integer nextAfter,
        boolean asked) {
    public Became became() {
        return Became.of(score, next, asked);
    }

    /** Whether somebody was in touch before the next answer came: what comes later cannot have moved it (S1-29). */
    boolean contactedBeforeNext() {
        Integer contacted = after.get(Leg.CONTACTED);
        return contacted != null && (nextAfter == null || contacted < nextAfter);
    }

    boolean isPromoterNext() {
        return next != null && next.group() == Group.PROMOTER;
    }
}
