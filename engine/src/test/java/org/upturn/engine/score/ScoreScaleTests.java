package org.upturn.engine.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreScaleTests {
    @Test
    void theProbabilitiesSumToOneAndBetterWordsNeverSuggestALowerScore() {
        int before = 0;
        for (double lean = -30; lean <= 30; lean += 0.25) {
            ScoreDistribution scores = ScoreScale.usual().of(lean);
            assertThat(scores.atMost(10)).isCloseTo(1, within(1e-9));
            assertThat(scores.median()).isGreaterThanOrEqualTo(before);
            before = scores.median();
        }
        assertThat(before).isEqualTo(10);
    }

    @Test
    void wordsThatSayLittleSuggestNothing() {
        assertThat(ScoreScale.usual().suggest(0.05)).isEmpty();
        assertThat(ScoreScale.usual().suggest(2)).isPresent();
        assertThat(ScoreScale.usual().suggest(-2)).isPresent();
    }

    @Test
    void aProgramWhosePeopleScoreLowerIsSuggestedLowerScores() {
        List<ScoreScale.Given> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double lean = (i % 9 - 4) / 2.0;
            answers.add(new ScoreScale.Given(lean, Math.max(0, (int) Math.round(3 + 1.5 * lean))));
        }
        ScoreScale refitted = ScoreScale.usual().refitted(answers);
        assertThat(refitted.of(0).median()).isBetween(2, 4);
        assertThat(ScoreScale.usual().of(0).median()).isEqualTo(5);
        assertThat(refitted.of(2).median()).isGreaterThan(refitted.of(-2).median());
        assertThat(ScoreScale.usual().refitted(answers).of(0.3)).isEqualTo(refitted.of(0.3));
    }

    @Test
    void withoutAnswersNothingChanges() {
        assertThat(ScoreScale.usual().refitted(List.of()).of(1).probabilities())
                .isEqualTo(ScoreScale.usual().of(1).probabilities());
    }

    @Test
    void answersThatContradictTheirWordsNeverTurnTheScaleRound() {
        List<ScoreScale.Given> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            answers.add(new ScoreScale.Given(i % 2 == 0 ? 3 : -3, i % 2 == 0 ? 0 : 10));
        }
        ScoreScale refitted = ScoreScale.usual().refitted(answers);
        assertThat(refitted.of(3).median())
                .isGreaterThanOrEqualTo(refitted.of(-3).median());
    }
}
