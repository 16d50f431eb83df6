package org.upturn.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.upturn.engine.score.ScoreScale;

/**
 * Learns from a program's own answers, text and score together, how its people score. With fewer than {@value #LEVEL_FROM}
 * texts nothing is learned; from there on how high its people score at all; from {@value #WORDS_FROM} on also what their
 * words mean. Stateless and deterministic; takes seconds for thousands of answers.
 */
public final class ScoreLearner {
    public static final int LEVEL_FROM = 25;
    static final int WORDS_FROM = 200;
    private static final int MOST_ANSWERS = 5_000;

    /** Each fifth of the answers is judged by what the others taught, so that the scale is fitted to honest leans. */
    private static final int FOLDS = 5;

    private final Reader reader;

    ScoreLearner(Reader reader) {
        this.reader = reader;
    }

    /**
     * Learns from answers of one program.
     *
     * @param answers oldest first; those without a score or without English words to learn from are passed over, and of
     *     very many the last {@value #MOST_ANSWERS} count
     */
    public ProgramScores learn(List<Verbatim> answers) {
        return learn(answers, answer -> reader.meaning(answer.text()));
    }

    /**
     * The same, many times sooner, from answers whose meanings are known.
     *
     * @param meanings gives the meaning of an answer's text, from this reader
     */
    public ProgramScores learn(List<Verbatim> answers, Function<Verbatim, Meaning> meanings) {
        List<OwnLean.Answer> scored = new ArrayList<>();
        for (Verbatim answer : answers.subList(Math.max(0, answers.size() - MOST_ANSWERS), answers.size())) {
            Integer score = answer.score();
            if (score != null) {
                ScoreTraits.find(reader, answer, meanings.apply(answer))
                        .ifPresent(traits -> scored.add(new OwnLean.Answer(traits, score)));
            }
        }
        return scored.size() < LEVEL_FROM ? ProgramScores.USUAL : learned(scored);
    }

    private static ProgramScores learned(List<OwnLean.Answer> answers) {
        ScoreScale level = ScoreScale.usual().refitted(given(answers, OwnLean.NONE));
        if (answers.size() < WORDS_FROM) {
            return new ProgramScores(level, OwnLean.NONE);
        }
        List<ScoreScale.Given> heldOut = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<OwnLean.Answer> others = new ArrayList<>();
            List<OwnLean.Answer> part = new ArrayList<>();
            for (int i = 0; i < answers.size(); i++) {
                (i % FOLDS == fold ? part : others).add(answers.get(i));
            }
            heldOut.addAll(given(part, OwnLean.of(others, level)));
        }
        return new ProgramScores(ScoreScale.usual().refitted(heldOut), OwnLean.of(answers, level));
    }

    private static List<ScoreScale.Given> given(List<OwnLean.Answer> answers, OwnLean lean) {
        return answers.stream()
                .map(answer -> new ScoreScale.Given(lean.of(answer.traits()), answer.score()))
                .toList();
    }
}
