package org.upturn.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upturn.engine.learning.Ngrams;

class SentimentTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kudos to the lady at the desk, she found my suitcase",
                "I have never had a problem with the deliveries",
                "thx guys, sorted in two minutes :)"
            })
    void hearsPraise(String text) {
        assertThat(Loaded.read(Loaded.COMPANY, text).sentiment()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Still waiting for somebody to ring me back???",
                "It keeps freezing when I upload a photo",
                "Would not recommend this to anybody"
            })
    void hearsBlame(String text) {
        assertThat(Loaded.read(Loaded.COMPANY, text).sentiment()).isNegative();
    }

    @Test
    void keepsWeightsOfWordsToHalfAStep() {
        double[] exact = new double[Ngrams.BUCKETS];
        Ngrams words = Ngrams.words("the kettle sings");
        exact[words.buckets()[0]] = 1.27;
        exact[words.buckets()[1]] = -0.504;

        WordWeights kept = WordWeights.read(WordWeights.of(exact).bytes());

        assertThat(kept.dot(words)).isCloseTo(1.27 * words.values()[0] - 0.504 * words.values()[1], within(0.005 * 4));
        assertThat(kept.dot(Ngrams.words(""))).isZero();
    }
}
