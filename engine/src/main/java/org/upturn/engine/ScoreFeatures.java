package org.upturn.engine;

import org.jspecify.annotations.Nullable;

/** What a score is read from: all that a sentiment is, and how the whole and its clauses feel. */
final class ScoreFeatures {
    private static final int FROM_FEELINGS = 7;

    /** Brings logits of sentiments, about −6…6, near the size of the others. */
    private static final double LOGIT_SCALE = 2.0 / 3;

    private static final double SUREST = 0.999;

    private ScoreFeatures() {}

    /**
     * The inputs of one text: half of them for all texts, and as many that hold only when the question asks what to improve.
     *
     * @param vector of the whole text, length 1
     * @param feeling sentiment of the whole text, −1…1
     * @param feelings sentiment of each clause, −1…1, at least one
     */
    static double[] of(float[] vector, double feeling, double[] feelings, String text, @Nullable String question) {
        int once = SentimentFeatures.size(vector) + FROM_FEELINGS;
        double[] inputs = new double[2 * once];
        System.arraycopy(SentimentFeatures.of(vector, text), 0, inputs, 0, once - FROM_FEELINGS);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (double each : feelings) {
            double logit = logit(each);
            least = Math.min(least, logit);
            most = Math.max(most, logit);
            sum += logit;
        }
        int at = once - FROM_FEELINGS;
        inputs[at] = sum / feelings.length;
        inputs[at + 1] = least;
        inputs[at + 2] = most;
        inputs[at + 3] = logit(feelings[0]);
        inputs[at + 4] = logit(feelings[feelings.length - 1]);
        inputs[at + 5] = StrictMath.log(feelings.length) / 3;
        inputs[at + 6] = logit(feeling);
        if (question != null && SentimentFeatures.asksImprovement(question)) {
            System.arraycopy(inputs, 0, inputs, once, once);
        }
        return inputs;
    }

    /** The sentiment of a clause, unbounded. */
    private static double logit(double feeling) {
        double bounded = Math.clamp(feeling, -SUREST, SUREST);
        return LOGIT_SCALE * 0.5 * StrictMath.log((1 + bounded) / (1 - bounded));
    }
}
