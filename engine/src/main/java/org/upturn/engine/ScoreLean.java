package org.upturn.engine;

/** To which side of the scale a text leans: a logistic model over {@link ScoreFeatures}, fitted by {@code ScoreTool}. */
final class ScoreLean {
    private final double[] weights;

    ScoreLean(double[] weights) {
        this.weights = weights;
    }

    /** Those that were learned with the vectors of this model. */
    static ScoreLean load(Model model) {
        return new ScoreLean(Resources.text(Models.resource("score-weights", model, "txt"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .mapToDouble(Double::parseDouble)
                .toArray());
    }

    /**
     * A logit, about −6 (very bad) … +6 (very good).
     *
     * @param inputs of {@link ScoreFeatures}
     */
    double of(double[] inputs) {
        double sum = 0;
        for (int i = 0; i < inputs.length; i++) {
            sum += inputs[i] * weights[i];
        }
        return sum;
    }
}
