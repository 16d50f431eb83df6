package org.upturn.engine.score;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How likely each score is, given the words.
 *
 * @param lean what the words alone say, before any program's habits: a logit, about −6 (very bad) … +6 (very good)
 * @param probabilities eleven figures for the scores 0…10 that sum to 1
 */
public record ScoreDistribution(double lean, List<Double> probabilities) {
    static final int SCORES = 11;

    public ScoreDistribution {
        probabilities = List.copyOf(probabilities);
        if (probabilities.size() != SCORES) {
            throw new IllegalArgumentException("There are eleven scores");
        }
    }

    /** The score that parts the upper half from the lower: the best guess where misses count by their size. */
    public int median() {
        double sum = 0;
        for (int score = 0; score < SCORES; score++) {
            sum += probabilities.get(score);
            if (sum >= 0.5) {
                return score;
            }
        }
        return SCORES - 1;
    }

    /** How likely this score or a lower one is. */
    public double atMost(int score) {
        return IntStream.rangeClosed(0, score).mapToDouble(probabilities::get).sum();
    }

    /** How likely this score or a higher one is. */
    public double atLeast(int score) {
        return IntStream.range(score, SCORES).mapToDouble(probabilities::get).sum();
    }

    /** How far from the median a score lies on average. */
    public double expectedMiss() {
        int median = median();
        return IntStream.range(0, SCORES)
                .mapToDouble(score -> Math.abs(score - median) * probabilities.get(score))
                .sum();
    }
}
