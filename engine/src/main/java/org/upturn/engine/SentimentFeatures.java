package org.upturn.engine;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a sentiment is read from, beside words and pairs of words one by one: the text's vector, its leaning words with
 * their negations, how it is put, and the kind of question.
 */
final class SentimentFeatures {
    /** Three figures from each of two lists of words, three from the words at large, and the constant. */
    private static final int FROM_WORDS = 10;

    /** Inputs that hold for every text; as many again hold only when the question asks what to improve. */
    static int size(float[] vector) {
        return vector.length + FROM_WORDS + Manner.SIZE;
    }

    /** Vectors have length 1; this brings their figures near the size of the others. */
    private static final double VECTOR_SCALE = 2.5;

    private static final double WORD_SCALE = 1.5;

    private static final Pattern ASKS_IMPROVEMENT = Pattern.compile(
            "(?i)improv|\\bbetter\\b|\\bchange\\b|differently|\\bwrong\\b|disappoint|missing|\\bdislike|least|worse");

    private static final LeaningWords CLEAR = new LeaningWords("sentiment-words.txt");
    private static final LeaningWords WIDE = new LeaningWords("sentiment-words-wide.txt");

    private SentimentFeatures() {}

    static boolean asksImprovement(String question) {
        return ASKS_IMPROVEMENT.matcher(question).find();
    }

    /** The {@link #size} inputs of one text. */
    static double[] of(float[] vector, String text) {
        double[] inputs = new double[size(vector)];
        for (int i = 0; i < vector.length; i++) {
            inputs[i] = vector[i] * VECTOR_SCALE;
        }
        List<String> words = Words.of(text);
        LeaningWords.Counts clear = CLEAR.in(text, words);
        LeaningWords.Counts wide = WIDE.in(text, words);
        int at = vector.length;
        write(clear.good(), clear.bad(), inputs, at);
        write(clear.good() + wide.good(), clear.bad() + wide.bad(), inputs, at + 3);
        inputs[at + 6] = WORD_SCALE * clear.negations() / (clear.negations() + 1.0);
        long excess = words.stream().filter(word -> word.equals("too")).count();
        inputs[at + 7] = WORD_SCALE * excess / (excess + 1.0);
        inputs[at + 8] = words.size() <= 2 ? WORD_SCALE : 0;
        inputs[at + 9] = WORD_SCALE;
        Manner.write(text, words, inputs, at + FROM_WORDS);
        return inputs;
    }

    private static void write(double good, double bad, double[] inputs, int at) {
        inputs[at] = WORD_SCALE * good / (good + 1);
        inputs[at + 1] = WORD_SCALE * bad / (bad + 1);
        inputs[at + 2] = WORD_SCALE * (good - bad) / (good + bad + 1);
    }
}
