package org.upturn.server.cases;

import org.upturn.server.kernel.Score;

/** How a detractor's score moved from one wave to the next (S1-20). */
public enum Movement {
    /** No longer a detractor. */
    RECOVERED,
    /** Still a detractor, with a higher score. */
    IMPROVING,
    UNCHANGED,
    WORSE;

    public static Movement of(Score before, Score after) {
        if (!after.isDetractor()) {
            return RECOVERED;
        }
        int difference = after.value() - before.value();
        return difference > 0 ? IMPROVING : difference == 0 ? UNCHANGED : WORSE;
    }

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
