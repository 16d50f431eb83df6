package org.upturn.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * A model ready for work, and what belongs to its vectors. How texts feel is learned for each model that travels in the jar;
 * beside a model of one's own MiniLM reads the feelings.
 *
 * @param meanings makes vectors
 * @param background ordinary feedback in these vectors
 * @param felt makes the vectors that sentiment and score are read from; often the same as {@code meanings}
 */
record OpenModel(MeaningReader meanings, Background background, MeaningReader felt, Sentiment sentiment, ScoreLean lean)
        implements AutoCloseable {

    /** @throws org.upturn.engine.encoders.EncoderException when a folder does not hold what is needed */
    static OpenModel of(Model model) {
        MeaningReader meanings = Models.meanings(model);
        try {
            Model feeling = model.folder() == null ? model : Model.MINILM;
            return new OpenModel(
                    meanings,
                    Models.background(model, meanings),
                    feeling == model ? meanings : Models.meanings(feeling),
                    Sentiment.load(feeling),
                    ScoreLean.load(feeling));
        } catch (RuntimeException e) {
            meanings.close();
            throw e;
        }
    }

    /** The name in {@link Versions}. */
    String name() {
        return meanings.model();
    }

    /**
     * The language as far as it makes themes doubtful: the models in the jar know English alone, one of your own is trusted in
     * every language.
     */
    String doubted(String language) {
        return felt == meanings ? language : Language.UNKNOWN;
    }

    /** The same clauses with the vectors that feelings are read from. */
    Meaning felt(String text, Meaning meaning) {
        if (felt == meanings || meaning.clauses().isEmpty()) {
            return meaning;
        }
        Meaning other = felt.read(text);
        List<Meaning.Clause> clauses = new ArrayList<>();
        int at = 0;
        for (Meaning.Clause clause : meaning.clauses()) {
            while (at + 1 < other.clauses().size()
                    && other.clauses().get(at + 1).span().start()
                            <= clause.span().start()) {
                at++;
            }
            Direction direction =
                    at < other.clauses().size() ? other.clauses().get(at).direction() : other.direction();
            clauses.add(new Meaning.Clause(clause.span(), direction));
        }
        return new Meaning(other.maker(), other.text(), other.direction(), clauses);
    }

    @Override
    public void close() {
        meanings.close();
        if (felt != meanings) {
            felt.close();
        }
    }
}
