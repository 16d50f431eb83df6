package org.upturn.server.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upturn.server.kernel.Score;

class SubtypeTests {
    /** Decisions 5 and 6: the most recent earlier answered wave decides. Scores stand with the most recent first. */
    @ParameterizedTest
    @CsvSource({
        "9, CONVERTED,",
        "7, CONVERTED,",
        "6, CHRONIC,",
        "0, CHRONIC,",
        "9 2, CONVERTED,",
        "2 9, CHRONIC, 9",
        "2 7, CHRONIC, 7",
        "2 3 4, CHRONIC,",
        "3 7 4 8, CHRONIC, 8"
    })
    void theMostRecentEarlierAnswerDecides(String earlier, Subtype subtype, @Nullable Integer peak) {
        List<Score> scores = Arrays.stream(earlier.split(" "))
                .map(score -> new Score(Integer.parseInt(score)))
                .toList();

        assertThat(Subtype.of(scores)).isEqualTo(subtype);
        assertThat(Subtype.peak(scores)).isEqualTo(peak == null ? null : new Score(peak));
    }

    @Test
    void aFirstAnswerIsNew() {
        assertThat(Subtype.of(List.of())).isEqualTo(Subtype.NEW);
        assertThat(Subtype.peak(List.of())).isNull();
    }
}
