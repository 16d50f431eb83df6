package org.upturn.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is read of one text before anything is judged.
 *
 * @param text the part of it that can be read
 * @param doubted its language as far as that makes themes doubtful
 * @param meaning with at least one clause
 * @param felt the same clauses with the vectors that feelings are read from
 * @param feelings sentiment of each clause, −1…1
 * @param evidence what speaks for each theme, in the codebook's order
 * @param priors what the codebook alone says of each theme, in its order
 */
record Seen(
        String text,
        String doubted,
        Meaning meaning,
        Meaning felt,
        double[] feelings,
        Comparison comparison,
        List<ThemeReader.Evidence> evidence,
        List<ThemeReader.Prior> priors) {

    static Seen of(OpenModel model, PreparedCodebook codebook, Meaning meaning, String text, String language) {
        Meaning felt = model.felt(text, meaning);
        String doubted = model.doubted(language);
        double[] feelings = Feelings.of(model.sentiment(), felt, text);
        Comparison comparison = Comparison.of(codebook, model.background(), meaning, text);
        List<ThemeReader.Evidence> evidence = ThemeReader.evidence(comparison);
        List<ThemeReader.Prior> priors = ThemeReader.priors(evidence, doubted, feelings);
        return new Seen(text, doubted, meaning, felt, feelings, comparison, evidence, priors);
    }

    /** What learned themes are judged by; null when nothing was learned. */
    @Nullable
    Traits traits(Background background, Learned learned) {
        return learned.isNothing() ? null : traits(background);
    }

    /** What learned themes would be judged by. */
    Traits traits(Background background) {
        return Traits.of(priors, background, meaning, text, doubted);
    }
}
