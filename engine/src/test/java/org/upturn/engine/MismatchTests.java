package org.upturn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upturn.engine.score.Mismatch;

/** Scores that do not go with their words, on texts written for these tests. */
class MismatchTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0 | Absolutely fantastic, everything was perfect and the staff were wonderful | REVERSED_SCALE
                    1 | Brilliant service, very happy, thank you so much | REVERSED_SCALE
                    10 | Terrible, it never works and nobody answers, worst company ever | CONTRADICTION
                    10 | Rude staff, useless support, dirty rooms and a terrible, overpriced dinner | REVERSED_SCALE
                    5 | Excellent product, great support, I love it | CONTRADICTION
                    6 | Outstanding team, very helpful and friendly, best course ever | CONTRADICTION
                    2 | no comment | MISSING_INFORMATION
                    0 | Terrible | MISSING_INFORMATION
                    3 | n/a | MISSING_INFORMATION
                    4 | '' | MISSING_INFORMATION
                    1 | Absolutely the worst company ever | MISSING_INFORMATION
                    """)
    void saysWhyScoreAndWordsDoNotFit(int score, String text, Mismatch reason) {
        assertThat(mismatch(score, text)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    9 | Great service and friendly staff
                    10 | no comment
                    2 | I waited six weeks and nobody called back
                    4 | Switched to manual workarounds after the last release. Three support tickets, no resolution.
                    6 | Good product, but the app is slow and support never answers
                    0 | The people are lovely but I have had no internet for a month
                    8 | Good but expensive
                    9 | Good but the setup was slow
                    3 | Die App ist sehr langsam und niemand antwortet
                    """)
    void leavesWhatFitsAlone(int score, String text) {
        assertThat(mismatch(score, text)).isNull();
    }

    @Test
    void withoutAScoreNothingCanMismatch() {
        assertThat(mismatch(null, "no comment")).isNull();
    }

    private static @Nullable Mismatch mismatch(@Nullable Integer score, String text) {
        return Loaded.READER
                .read(Loaded.COMPANY, new Verbatim(text, null, null, score))
                .mismatch();
    }
}
