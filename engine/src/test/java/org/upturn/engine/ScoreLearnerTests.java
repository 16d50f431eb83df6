package org.upturn.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upturn.engine.score.ScoreDistribution;

/** A program whose people say "blue plan" when they are unhappy and "green plan" when they are not. */
class ScoreLearnerTests {
    private static final List<String> MONTHS =
            List.of("January", "February", "March", "April", "May", "June", "July", "August", "October", "December");

    private static List<Verbatim> answers(int count, int blue, int green) {
        List<Verbatim> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String month = MONTHS.get(i / 2 % MONTHS.size());
            boolean first = i % 2 == 0;
            String text = "We took the " + (first ? "blue" : "green") + " plan in " + month + " of 20" + (10 + i / 20);
            answers.add(new Verbatim(text, null, null, first ? blue : green));
        }
        return answers;
    }

    private static ScoreDistribution told(List<Verbatim> learned, String text) {
        ProgramScores program = Loaded.READER.scoreLearner().learn(learned);
        return Loaded.READER.scores(program, Verbatim.of(text));
    }

    @Test
    void learnsWhatAProgramsOwnWordsMean() {
        List<Verbatim> answers = answers(ScoreLearner.WORDS_FROM, 1, 10);

        assertThat(told(answers, "We took the blue plan in September").median()).isLessThanOrEqualTo(3);
        assertThat(told(answers, "We took the green plan in September").median())
                .isGreaterThanOrEqualTo(8);
    }

    @Test
    void learnsOnlyTheLevelFromFewAnswers() {
        List<Verbatim> answers = answers(ScoreLearner.WORDS_FROM - 1, 9, 10);

        assertThat(told(answers, "We took the blue plan in September").median()).isGreaterThanOrEqualTo(9);
        assertThat(told(answers(ScoreLearner.WORDS_FROM - 1, 1, 10), "We took the blue plan in September")
                        .median())
                .as("words are not learned yet, so blue and green are nearly alike")
                .isCloseTo(
                        told(answers(ScoreLearner.WORDS_FROM - 1, 1, 10), "We took the green plan in September")
                                .median(),
                        within(1));
    }

    @Test
    void learnsNothingFromTooFewAnswers() {
        List<Verbatim> answers = answers(ScoreLearner.LEVEL_FROM - 1, 10, 10);

        assertThat(Loaded.READER.scoreLearner().learn(answers)).isSameAs(ProgramScores.USUAL);
    }

    @Test
    void passesOverAnswersWithoutScoreOrWords() {
        List<Verbatim> answers = new ArrayList<>(answers(ScoreLearner.LEVEL_FROM - 1, 10, 10));
        answers.add(Verbatim.of("We took the blue plan in September"));
        answers.add(new Verbatim("asdf", null, null, 3));
        answers.add(new Verbatim("", null, null, 3));

        assertThat(Loaded.READER.scoreLearner().learn(answers)).isSameAs(ProgramScores.USUAL);
    }

    @Test
    void learnsTheSameFromTheSame() {
        List<Verbatim> answers = answers(ScoreLearner.WORDS_FROM, 2, 8);

        assertThat(told(answers, "The blue plan is slow")).isEqualTo(told(answers, "The blue plan is slow"));
    }

    @Test
    void aReadingOfTheProgramSuggestsWhatWasLearned() {
        ProgramScores program = Loaded.READER.scoreLearner().learn(answers(ScoreLearner.WORDS_FROM, 1, 10));
        Verbatim blue = Verbatim.of("We took the blue plan in September");

        ScoreDistribution scores = Loaded.READER
                .read(Loaded.COMPANY, Learned.NOTHING, program, blue)
                .scores();

        assertThat(scores).isNotNull().isEqualTo(Loaded.READER.scores(program, blue));
    }
}
