package org.upturn.engine;

import java.util.Optional;
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

    /** Those of a text, unless there is nothing to tell a score from. */
    static Optional<ScoreTraits> find(Reader reader, Verbatim verbatim, Meaning meaning) {
        String text = reader.readable(verbatim, meaning);
        if (meaning.isEmpty()
                || Signal.of(text, verbatim.question()) != Signal.FULL
                || Language.isForeign(Language.of(verbatim, text))) {
            return Optional.empty();
        }
        OpenModel model = reader.model();
        return Optional.of(of(model, model.felt(text, meaning), text, verbatim.question()));
    }

    /**
     * Those of a text that says something.
     *
     * @param felt with at least one clause
     */
    private static ScoreTraits of(OpenModel model, Meaning felt, String text, @Nullable String question) {
        double[] feelings = Feelings.of(model.sentiment(), felt, text);
        double feeling = Feelings.whole(model.sentiment().of(felt.whole(), text, question), feelings);
        return of(model.lean(), felt, feeling, feelings, text, question);
    }

    /**
     * Those of a text of which the feelings are known.
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
