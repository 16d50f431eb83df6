package org.upturn.engine;

import org.jspecify.annotations.Nullable;
import org.upturn.engine.learning.Ngrams;

/**
 * How a text feels: a logistic model over {@link SentimentFeatures} and over words and pairs of words, fitted by {@code
 * SentimentTool} in the tests. Sets, licences and figures are in RATIONALE.md.
 */
final class Sentiment {
    private final double[] weights;
    private final WordWeights words;

    Sentiment(double[] weights, WordWeights words) {
        this.weights = weights;
        this.words = words;
    }

    /** Those that were learned with the vectors of this model. */
    static Sentiment load(Model model) {
        double[] weights = Resources.text(Models.resource("sentiment-weights", model, "txt"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new Sentiment(
                weights, WordWeights.read(Resources.bytes(Models.resource("sentiment-word-weights", model, "bin"))));
    }

    /**
     * The sentiment of a text or clause.
     *
     * @param vector its vector, length 1
     * @param question what was asked, if known
     * @return −1…1
     */
    double of(float[] vector, String text, @Nullable String question) {
        double[] inputs = SentimentFeatures.of(vector, text);
        boolean improvement = question != null && SentimentFeatures.asksImprovement(question);
        double sum = words.dot(Ngrams.words(text));
        for (int i = 0; i < inputs.length; i++) {
            sum += inputs[i] * (improvement ? weights[i] + weights[inputs.length + i] : weights[i]);
        }
        return Math.tanh(sum / 2);
    }
}
