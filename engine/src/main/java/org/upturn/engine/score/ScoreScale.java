package org.upturn.engine.score;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a program's people turn what they feel into a score. Probability of a score is proportional to
 * {@code exp(habit(score) + slope · lean · (score − 5) / 5)}, so the suggested score never falls when the words get better.
 * The habits are the program's intercept: some programs give a 10 with a shrug, others never.
 */
public final class ScoreScale {
    private static final int SCORES = ScoreDistribution.SCORES;
    private static final double MIDDLE = 5;

    /** Learned by {@code ScoreTool} from texts of our own, whose scores are spread evenly; see RATIONALE.md. */
    private static final double USUAL_SLOPE = 1.7;

    /** A suggestion must miss by so much less than one that knows no words, or it is not made. */
    private static final double BETTER_THAN_BASE = 0.9;

    /** How strongly a refit is held to what it began with, in answers. */
    private static final double HELD = 1;

    private static final int ROUNDS = 400;
    private static final double STEP = 0.05;
    private static final int MOST_ANSWERS = 5_000;

    private static final ScoreScale USUAL = new ScoreScale(USUAL_SLOPE, new double[SCORES]);

    private final double slope;
    private final double[] habits;

    private ScoreScale(double slope, double[] habits) {
        this.slope = slope;
        this.habits = habits;
    }

    /** What a text leant to, and the score that came with it. */
    public record Given(double lean, int score) {
        public Given {
            if (score < 0 || score >= SCORES) {
                throw new IllegalArgumentException("A score is 0 to 10, not " + score);
            }
        }
    }

    /** The scale for a program of which nothing is known: no score is more usual than another. */
    public static ScoreScale usual() {
        return USUAL;
    }

    /** How many logits of probability the top score gains on the middle one for each logit of lean; never negative. */
    public double slope() {
        return slope;
    }

    /** The scores these words suggest, even where they say little. */
    public ScoreDistribution of(double lean) {
        Double[] probabilities =
                Arrays.stream(probabilities(slope, habits, lean)).boxed().toArray(Double[]::new);
        return new ScoreDistribution(lean, Arrays.asList(probabilities));
    }

    /**
     * How much likelier this score would be with a higher lean: the slope of its log likelihood, positive for a score above
     * those that the lean suggests.
     */
    public double pull(double lean, int score) {
        double[] probabilities = probabilities(slope, habits, lean);
        double expected = 0;
        for (int each = 0; each < SCORES; each++) {
            expected += probabilities[each] * height(each);
        }
        return slope * (height(score) - expected);
    }

    /** The scores these words suggest, or none when they are no better a guide than knowing no words at all. */
    public Optional<ScoreDistribution> suggest(double lean) {
        ScoreDistribution suggested = of(lean);
        int blind = of(0).median();
        double blindMiss = IntStream.range(0, SCORES)
                .mapToDouble(
                        score -> Math.abs(score - blind) * of(0).probabilities().get(score))
                .sum();
        return suggested.expectedMiss() <= BETTER_THAN_BASE * blindMiss ? Optional.of(suggested) : Optional.empty();
    }

    /**
     * The scale that fits these answers of one program, held to this one as if it had seen one answer more. A few dozen
     * are enough; of very many the last {@value #MOST_ANSWERS} count. The same answers always give the same scale.
     */
    public ScoreScale refitted(List<Given> answers) {
        List<Given> last = answers.subList(Math.max(0, answers.size() - MOST_ANSWERS), answers.size());
        double[] fitted = new double[SCORES + 1];
        System.arraycopy(habits, 0, fitted, 0, SCORES);
        fitted[SCORES] = slope;
        double[] begin = fitted.clone();
        double[] mean = new double[fitted.length];
        double[] square = new double[fitted.length];
        for (int round = 1; round <= ROUNDS; round++) {
            double[] descent = descent(fitted, begin, last);
            for (int i = 0; i < fitted.length; i++) {
                mean[i] = 0.9 * mean[i] + 0.1 * descent[i];
                square[i] = 0.999 * square[i] + 0.001 * descent[i] * descent[i];
                double length = Math.sqrt(square[i] / (1 - Math.pow(0.999, round))) + 1e-8;
                fitted[i] -= STEP * mean[i] / (1 - Math.pow(0.9, round)) / length;
            }
        }
        // A falling scale would say that better words mean lower scores.
        return new ScoreScale(Math.max(0, fitted[SCORES]), Arrays.copyOf(fitted, SCORES));
    }

    /** Slope of the negative log likelihood for each habit and, last, for the slope. */
    private static double[] descent(double[] fitted, double[] begin, List<Given> answers) {
        double[] descent = new double[fitted.length];
        for (int i = 0; i < fitted.length; i++) {
            descent[i] = HELD * (fitted[i] - begin[i]);
        }
        for (Given answer : answers) {
            double[] probabilities = probabilities(fitted[SCORES], fitted, answer.lean());
            for (int score = 0; score < SCORES; score++) {
                double error = probabilities[score] - (score == answer.score() ? 1 : 0);
                descent[score] += error;
                descent[SCORES] += error * answer.lean() * height(score);
            }
        }
        return descent;
    }

    private static double[] probabilities(double slope, double[] habits, double lean) {
        double[] weights = new double[SCORES];
        double most = Double.NEGATIVE_INFINITY;
        for (int score = 0; score < SCORES; score++) {
            weights[score] = habits[score] + slope * lean * height(score);
            most = Math.max(most, weights[score]);
        }
        double sum = 0;
        for (int score = 0; score < SCORES; score++) {
            weights[score] = StrictMath.exp(weights[score] - most);
            sum += weights[score];
        }
        for (int score = 0; score < SCORES; score++) {
            weights[score] /= sum;
        }
        return weights;
    }

    private static double height(int score) {
        return (score - MIDDLE) / MIDDLE;
    }
}
