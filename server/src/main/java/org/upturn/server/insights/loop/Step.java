package org.upturn.server.insights.loop;

import java.util.ArrayList;
import java.util.List;

/**
 * One step of the loop: how long it took from the step before, and from the answer.
 *
 * @param own from the last step reached before it; a step taken before that one, as an owner named before the words are
 *     read, took no time of its own
 * @param whole from the answer
 */
public record Step(Leg leg, Times own, Times whole) {
    /** All steps in their order. */
    static List<Step> of(List<LoopCase> cases) {
        var steps = new ArrayList<Step>();
        for (Leg leg : Leg.values()) {
            var own = new Times.Tally();
            var whole = new Times.Tally();
            for (LoopCase one : cases) {
                Integer at = one.after().get(leg);
                int from = before(one, leg);
                if (at != null) {
                    own.reached(Math.max(0, at - from));
                    whole.reached(at);
                } else if (one.outcome() == null) {
                    own.waiting(Math.max(0, one.waited() - from));
                    whole.waiting(one.waited());
                } else {
                    own.never();
                    whole.never();
                }
            }
            steps.add(new Step(leg, own.times(), whole.times()));
        }
        return steps;
    }

    /** When the last of the earlier steps was reached. */
    private static int before(LoopCase one, Leg leg) {
        int last = 0;
        for (Leg earlier : Leg.values()) {
            Integer at = earlier.compareTo(leg) < 0 ? one.after().get(earlier) : null;
            last = at == null ? last : Math.max(last, at);
        }
        return last;
    }
}
