package org.upturn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SilenceTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "n/a",
                "N/A.",
                "asdf",
                "no comment",
                "No comment!",
                "nothing",
                "ok",
                "...",
                "👍👍",
                "too slow",
                "nothing to add",
                "Keine Angabe",
                "I don't know",
                "I don’t know.",
                "asdf asdf asdf",
                "太慢了",
                "rien à dire"
            })
    void saysNothingATeamCouldActOn(String text) {
        assertThat(Silence.of(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"far too slow", "nobody called back", "nothing works since the update", "界面太难用了，不好"})
    void saysSomething(String text) {
        assertThat(Silence.of(text)).isFalse();
    }
}
