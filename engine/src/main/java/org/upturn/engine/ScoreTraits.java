package org.upturn.engine;

import org.jspecify.annotations.Nullable;
import org.upturn.engine.learning.Ngrams;

/**
 * What a score is told from in one text.
 *
 * @param lean to which side it leans for everyone: a logit, about −6 (very bad) … +6 (very good)
 * @param inputs of {@link ScoreFeatures}
 * @param words its words and pairs of words
 */
record ScoreTraits(double lean, double[] inputs, Ngrams words) {

    /**
     * The traits of a text.
     *
     * @param feeling sentiment of the whole text, −1…1
     * @param feelings sentiment of each clause, −1…1, at least one
     */
    static ScoreTraits of(
            ScoreLean lean,
            Meaning meaning,
            double feeling,
            double[] feelings,
            String text,
            @Nullable String question) {
        double[] inputs = ScoreFeatures.of(meaning.whole(), feeling, feelings, text, question);
        return new ScoreTraits(lean.of(inputs), inputs, Ngrams.words(text));
    }
}
