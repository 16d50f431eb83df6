package org.upturn.engine;

import java.util.Arrays;
import java.util.List;
import org.upturn.engine.learning.Ngrams;
import org.upturn.engine.score.ScoreScale;

/**
 * By how much a program's people lean otherwise than everyone when they say these words: linear, begun at nothing and held
 * to it, fitted to their own scores by Adam over all answers. The same answers give the same weights.
 */
final class OwnLean {
    static final OwnLean NONE = new OwnLean(new double[0], new double[Ngrams.BUCKETS]);

    /** How strongly the weights are held to nothing, in answers; by cross-validation, see RATIONALE.md. */
    private static final double HELD = 4;

    /** Words and pairs of words have length 2 together; this lets them weigh more, as for the sentiment. */
    private static final double WORDS_SCALE = 1.5;

    private static final int ROUNDS = 150;
    private static final double STEP = 0.02;

    private final double[] inputs;
    private final double[] words;

    private OwnLean(double[] inputs, double[] words) {
        this.inputs = inputs;
        this.words = words;
    }

    /** An answer's text and the score given with it. */
    record Answer(ScoreTraits traits, int score) {}

    /** @param scale how leans become scores in this program, so far */
    static OwnLean of(List<Answer> answers, ScoreScale scale) {
        int size = answers.getFirst().traits.inputs().length;
        double[] weights = new double[size + Ngrams.BUCKETS];
        double[] first = new double[weights.length];
        double[] second = new double[weights.length];
        OwnLean fitted = NONE;
        for (int round = 1; round <= ROUNDS; round++) {
            double[] slope = Arrays.stream(weights).map(weight -> HELD * weight).toArray();
            for (Answer answer : answers) {
                double pull = scale.pull(fitted.of(answer.traits), answer.score);
                add(answer.traits, -pull, slope);
            }
            double young = 1 - StrictMath.pow(0.9, round);
            double old = 1 - StrictMath.pow(0.999, round);
            for (int i = 0; i < weights.length; i++) {
                first[i] = 0.9 * first[i] + 0.1 * slope[i];
                second[i] = 0.999 * second[i] + 0.001 * slope[i] * slope[i];
                double mean = first[i] / young;
                double length = Math.sqrt(second[i] / old) + 1e-8;
                weights[i] -= STEP * mean / length;
            }
            fitted = new OwnLean(Arrays.copyOf(weights, size), Arrays.copyOfRange(weights, size, weights.length));
        }
        return fitted;
    }

    /** The lean of a text in this program: a logit, everyone's lean included. */
    double of(ScoreTraits traits) {
        double sum = traits.lean();
        for (int i = 0; i < inputs.length; i++) {
            sum += inputs[i] * traits.inputs()[i];
        }
        Ngrams said = traits.words();
        for (int i = 0; i < said.buckets().length; i++) {
            sum += WORDS_SCALE * words[said.buckets()[i]] * said.values()[i];
        }
        return sum;
    }

    private static void add(ScoreTraits traits, double amount, double[] slope) {
        double[] inputs = traits.inputs();
        for (int i = 0; i < inputs.length; i++) {
            slope[i] += amount * inputs[i];
        }
        Ngrams said = traits.words();
        for (int i = 0; i < said.buckets().length; i++) {
            slope[inputs.length + said.buckets()[i]] += WORDS_SCALE * amount * said.values()[i];
        }
    }
}
