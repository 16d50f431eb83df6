package org.upturn.engine;

import org.jspecify.annotations.Nullable;

/**
 * How a text feels: a logistic model over {@link SentimentFeatures}, fitted by {@code SentimentTool} in the tests. Sets,
 * licences and figures are in RATIONALE.md.
 */
final class Sentiment {
    private final double[] weights;

    Sentiment(double[] weights) {
        this.weights = weights;
    }

    /** Those that were learned with the vectors of this model. */
    static Sentiment load(Model model) {
        return new Sentiment(Resources.text(Models.resource("sentiment-weights", model, "txt"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .mapToDouble(Double::parseDouble)
                .toArray());
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
        double sum = 0;
        for (int i = 0; i < inputs.length; i++) {
            sum += inputs[i] * (improvement ? weights[i] + weights[inputs.length + i] : weights[i]);
        }
        return Math.tanh(sum / 2);
    }
}
