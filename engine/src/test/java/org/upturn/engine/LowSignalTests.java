package org.upturn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LowSignalTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "n/a",
                "N/A",
                "....",
                "???",
                "-",
                "x",
                "asdf",
                "asdf qwer",
                "qwertyuiop",
                "sdfkjhsdkf",
                "hjkl",
                "test",
                "Test test",
                "no comment",
                "nothing",
                "aaaaaaa",
                "blah blah blah",
                "idk",
                "keine Angabe",
                "null"
            })
    void answersNothingAtAll(String text) {
        assertThat(LowSignal.of(text, null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "too slow",
                "ok",
                "good",
                "👍",
                "bad",
                "The test was hard",
                "strengths",
                "App crashes",
                "太慢了",
                "pqs nhs bbc",
                "Rhythm",
                "schlecht",
                "hmm, too slow",
                "why"
            })
    void answersHoweverBriefly(String text) {
        assertThat(LowSignal.of(text, null)).isFalse();
    }

    @Test
    void nothingAnswersWhatCouldBeBetter() {
        assertThat(LowSignal.of("Nothing", "What could we do better?")).isFalse();
        assertThat(LowSignal.of("asdf", "What could we do better?")).isTrue();
    }
}
