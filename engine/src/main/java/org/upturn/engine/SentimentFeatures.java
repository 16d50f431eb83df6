package org.upturn.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a sentiment is read from: the text's vector, its leaning words with their negations, and the kind of question. */
final class SentimentFeatures {
    /** Seven figures from the words, and the constant. */
    static final int FROM_WORDS = 8;

    /** Inputs that hold for every text; as many again hold only when the question asks what to improve. */
    static int size(float[] vector) {
        return vector.length + FROM_WORDS;
    }

    /** Vectors have length 1; this brings their figures near the size of the others. */
    private static final double VECTOR_SCALE = 4;

    /** A negation turns round what follows within so many words. */
    private static final int NEGATION_REACH = 3;

    private static final int FIRST_PICTURE = 0x2600;

    private static final Pattern ASKS_IMPROVEMENT = Pattern.compile(
            "(?i)improv|\\bbetter\\b|\\bchange\\b|differently|\\bwrong\\b|disappoint|missing|\\bdislike|least|worse");

    private static final Set<String> GOOD = leaning('+');
    private static final Set<String> BAD = leaning('-');
    private static final Set<String> NEGATIONS = Resources.lines("negation-words.txt");

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
        int at = vector.length;
        double[] counts = counts(text);
        double good = counts[0];
        double bad = counts[1];
        inputs[at] = good / (good + 1);
        inputs[at + 1] = bad / (bad + 1);
        inputs[at + 2] = (good - bad) / (good + bad + 1);
        inputs[at + 3] = counts[2] / (counts[2] + 1);
        inputs[at + 4] = counts[3] / (counts[3] + 1);
        inputs[at + 5] = text.indexOf('!') >= 0 ? 1 : 0;
        inputs[at + 6] = counts[4] <= 2 ? 1 : 0;
        inputs[at + 7] = 1;
        return inputs;
    }

    /** Good words, bad words, negations, "too", and all words. */
    private static double[] counts(String text) {
        List<String> words = Words.of(text);
        double[] counts = new double[5];
        int negated = Integer.MIN_VALUE;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean turned = i - negated <= NEGATION_REACH;
            if (NEGATIONS.contains(word)) {
                negated = i;
                counts[2]++;
            } else if (GOOD.contains(word)) {
                counts[turned ? 1 : 0]++;
            } else if (BAD.contains(word)) {
                // "no problems" is mildly good at most.
                counts[turned ? 0 : 1] += turned ? 0.5 : 1;
            } else if (word.equals("too")) {
                counts[3]++;
            }
        }
        if (text.chars().allMatch(character -> character < FIRST_PICTURE)) {
            counts[4] = words.size();
            return counts;
        }
        text.codePoints().filter(SentimentFeatures::isPicture).forEach(picture -> {
            String symbol = Character.toString(picture);
            counts[0] += GOOD.contains(symbol) ? 1 : 0;
            counts[1] += BAD.contains(symbol) ? 1 : 0;
        });
        counts[4] = words.size();
        return counts;
    }

    private static boolean isPicture(int codePoint) {
        return codePoint >= FIRST_PICTURE;
    }

    private static Set<String> leaning(char side) {
        Set<String> words = new HashSet<>();
        for (String line : Resources.lines("sentiment-words.txt")) {
            if (line.charAt(0) == side) {
                words.addAll(List.of(line.substring(2).split(" ")));
            }
        }
        return words;
    }
}
