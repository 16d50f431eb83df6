package org.upturn.engine;

import java.util.Arrays;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.upturn.engine.phrases.PhraseBook;
import org.upturn.engine.phrases.Tokens;

/**
 * Sentiment of each clause. What follows a "but" after praise is not praise, though its vector still rings of it; and what
 * went well is praise, though its words are those of complaints ("never had an outage").
 */
final class Feelings {
    /** How a clause feels at least in which something went well. */
    private static final double WENT_WELL = 0.7;

    private static final PhraseBook GOOD_TURNS = PhraseBook.of(Resources.lines("good-turn-phrases.txt"));

    private Feelings() {}

    /**
     * Sentiment of a whole text of which the clauses are known: where all of them feel good the whole is not bad.
     *
     * @param whole what the text as a whole sounds like, −1…1
     */
    static double whole(double whole, double[] clauses) {
        return Math.max(whole, Math.min(WENT_WELL, Arrays.stream(clauses).min().orElse(whole)));
    }

    /** One figure for each clause, −1…1. */
    static double[] of(Sentiment sentiment, Meaning meaning, String text) {
        double[] feelings = new double[meaning.clauses().size()];
        NavigableSet<Integer> wentWell = new TreeSet<>();
        GOOD_TURNS.in(Tokens.of(text)).said().forEach(match -> wentWell.add(match.start()));
        for (int i = 0; i < feelings.length; i++) {
            Meaning.Clause clause = meaning.clauses().get(i);
            feelings[i] = sentiment.of(clause.vector(), clause.in(text), null);
            Integer good = wentWell.ceiling(clause.span().start());
            if (good != null && good < clause.span().end()) {
                feelings[i] = Math.max(feelings[i], WENT_WELL);
            } else if (i > 0 && feelings[i - 1] > 0 && Clauses.beginsWithContrast(clause.in(text))) {
                feelings[i] = Math.min(feelings[i], 0);
            }
        }
        return feelings;
    }
}
