package org.upturn.engine;

import java.util.List;
import java.util.regex.Pattern;
import org.upturn.engine.said.Evidence;

/**
 * A text with its clauses and how each of them feels; what the readers of tone, slots and gap look at.
 *
 * @param clauses in order
 * @param feelings sentiment of each clause, −1…1
 */
record FeltText(String text, List<Span> clauses, double[] feelings) {
    private static final Pattern CONTRAST =
            Pattern.compile("(?i)\\b(?:but|however|although|though|except|yet|aber|mais|pero)\\b");

    static FeltText of(String text, Meaning meaning, double[] feelings) {
        return new FeltText(
                text, meaning.clauses().stream().map(Meaning.Clause::span).toList(), feelings);
    }

    String words(int clause) {
        return text.substring(clauses.get(clause).start(), clauses.get(clause).end());
    }

    /** The clause in which this character stands, or the last before it; −1 when there is none. */
    int clauseAt(int character) {
        int low = 0;
        int high = clauses.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (clauses.get(middle).start() <= character) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    /**
     * Whether what stands there is said in praise: its clause feels at least so good, and no "but" stands before it. Short
     * sentences are not cut at a "but".
     */
    boolean isPraise(int clause, int character, double good) {
        int start = clauses.get(clause).start();
        return feelings[clause] >= good
                && !CONTRAST.matcher(text.substring(start, Math.max(start, character)))
                        .find();
    }

    Evidence evidence(int clause) {
        return new Evidence(clauses.get(clause).start(), clauses.get(clause).end());
    }
}
