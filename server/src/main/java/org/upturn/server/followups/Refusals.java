package org.upturn.server.followups;

import org.upturn.engine.guard.Finding;
import org.upturn.server.kernel.Problem;

/** Says why a first sentence is refused, and what would do. */
public final class Refusals {
    private Refusals() {}

    /** The refusal as a person reads it, with words of theirs that would do. */
    public static Problem problem(Finding.Refused refused) {
        String wrong = String.join(", ", refused.wrong());
        String would = String.join(", ", refused.would());
        return Problem.invalid(
                "firstSentence",
                "problem.letter.sentence." + refused.why().word(),
                wrong,
                would,
                refused.would().size());
    }
}
