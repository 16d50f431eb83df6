package org.upturn.server.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upturn.server.kernel.Score;

class SubtypeTests {
    /** Decisions 5 and 6: the most recent earlier answered wave decides. Scores stand with the most recent first. */
    @ParameterizedTest
    @CsvSource({
        "9, CONVERTED, false",
        "7, CONVERTED, false",
        "6, CHRONIC, false",
        "0, CHRONIC, false",
        "9 2, CONVERTED, false",
        "2 9, CHRONIC, true",
        "2 7, CHRONIC, true",
        "2 3 4, CHRONIC, false",
        "3 4 8, CHRONIC, true"
    })
    void theMostRecentEarlierAnswerDecides(String earlier, Subtype subtype, boolean fellFromPeak) {
        List<Score> scores = Arrays.stream(earlier.split(" "))
                .map(score -> new Score(Integer.parseInt(score)))
                .toList();

        assertThat(Subtype.of(scores)).isEqualTo(subtype);
        assertThat(Subtype.fellFromPeak(scores)).isEqualTo(fellFromPeak);
    }

    @Test
    void aFirstAnswerIsNew() {
        assertThat(Subtype.of(List.of())).isEqualTo(Subtype.NEW);
        assertThat(Subtype.fellFromPeak(List.of())).isFalse();
    }
}
