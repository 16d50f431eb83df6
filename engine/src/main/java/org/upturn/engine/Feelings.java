package org.upturn.engine;

/** Sentiment of each clause. What follows a "but" after praise is not praise, though its vector still rings of it. */
final class Feelings {
    private Feelings() {}

    /** One figure for each clause, −1…1. */
    static double[] of(Sentiment sentiment, Meaning meaning, String text) {
        double[] feelings = new double[meaning.clauses().size()];
        for (int i = 0; i < feelings.length; i++) {
            Meaning.Clause clause = meaning.clauses().get(i);
            feelings[i] = sentiment.of(clause.vector(), clause.in(text), null);
            if (i > 0 && feelings[i - 1] > 0 && Clauses.beginsWithContrast(clause.in(text))) {
                feelings[i] = Math.min(feelings[i], 0);
            }
        }
        return feelings;
    }
}
