package org.upturn.server.insights.loop;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.upturn.server.cases.Movement;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Score;

/**
 * What became of a detractor, told by their next answer in the same program: exactly one for each, so that nobody is dropped
 * (S1-20). Recovered means no longer a detractor, as "3 in cycle one and 7 in cycle two = converted" (S1-28).
 */
public enum Became {
    RECOVERED,
    /** A higher score, and still a detractor. */
    IMPROVING,
    UNCHANGED,
    WORSE,
    /** Asked in a later wave, and has not answered. */
    SILENT,
    /** Nobody asked them in a later wave yet. */
    NOT_ASKED;

    /** @param next the next answer in this program; null for none */
    public static Became of(Score score, @Nullable Score next, boolean asked) {
        if (next == null) {
            return asked ? SILENT : NOT_ASKED;
        }
        return switch (Movement.of(score, next)) {
            case RECOVERED -> RECOVERED;
            case IMPROVING -> IMPROVING;
            case UNCHANGED -> UNCHANGED;
            case WORSE -> WORSE;
        };
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Became of(String word) {
        for (Became one : values()) {
            if (one.word().equals(word)) {
                return one;
            }
        }
        throw Problem.invalid("became", "problem.loop.became");
    }
}
