package org.upturn.server.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upturn.server.kernel.Score;

class ScoresTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9|9",
                "9.0|9",
                "9/10|9",
                "' 9 '|9",
                "9 - Very likely|9",
                "ten|10",
                "Zero|0",
                "0 = Not at all likely|0",
                "10 (extremely likely)|10",
                "8 out of 10|8",
                "10.00|10",
                "9 / 10|9"
            })
    void readsAScoreAsPeopleWriteIt(String cell, int score) {
        assertThat(Scores.parse(cell)).isEqualTo(Parsed.of(new Score(score)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-2147483648",
                "\u22122147483648",
                "11",
                "-1",
                "9.5",
                "abc",
                "4/5",
                "99999999999999",
                "7-8",
                "-0.5",
                "n/a",
                "=9+1"
            })
    void refusesWhatIsNoScoreWithAReason(String cell) {
        assertThat(Scores.parse(cell))
                .isInstanceOfSatisfying(
                        Parsed.Refused.class,
                        refused -> assertThat((String) refused.reason()).isNotBlank());
    }
}
