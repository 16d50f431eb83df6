package org.upturn.engine;

import java.util.ArrayList;
import java.util.List;
import org.upturn.engine.learning.Inputs;
import org.upturn.engine.learning.Ngrams;

/**
 * What a learned theme is judged by in one text.
 *
 * @param priors what the codebook alone says of each theme, in its order
 * @param whole centred vector of the whole text
 * @param clauses centred vectors of its clauses
 * @param ngrams its words and letters
 */
record Traits(List<ThemeReader.Prior> priors, float[] whole, List<float[]> clauses, Ngrams ngrams) {
    /** What a vector still says in a language that the model does not know. */
    private static final float FOREIGN = 0.25f;

    /** Log-odds of what the codebook is as good as sure of. */
    private static final double SURE = 6;

    static Traits of(
            List<ThemeReader.Prior> priors, Background background, Meaning meaning, String text, String language) {
        float scale = Language.isForeign(language) ? FOREIGN : 1;
        List<float[]> clauses = new ArrayList<>();
        for (Meaning.Clause clause : meaning.clauses()) {
            clauses.add(scaled(background.centre(clause.vector()), scale));
        }
        return new Traits(priors, scaled(background.centre(meaning.whole()), scale), clauses, Ngrams.of(text));
    }

    /** For a theme that the codebook has. */
    ThemeReader.Prior prior(String theme) {
        return priors.stream()
                .filter(prior -> prior.theme().equals(theme))
                .findFirst()
                .orElseThrow();
    }

    Inputs inputs(ThemeReader.Prior prior) {
        double odds = Math.log(prior.probability() / (1 - prior.probability()));
        return new Inputs(Math.clamp(odds, -SURE, SURE), whole, clauses.get(prior.clause()), ngrams);
    }

    private static float[] scaled(float[] vector, float scale) {
        for (int i = 0; scale != 1 && i < vector.length; i++) {
            vector[i] *= scale;
        }
        return vector;
    }
}
