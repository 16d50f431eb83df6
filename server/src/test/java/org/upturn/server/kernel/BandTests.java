package org.upturn.server.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BandTests {
    /** Decision 1: the edges, and the values just beside them. */
    @ParameterizedTest
    @CsvSource({
        "-100, DEEP",
        "-50.0001, DEEP",
        "-50, MODERATE",
        "-20.0001, MODERATE",
        "-20, MILD",
        "-0.0001, MILD",
        "0, BELOW_AVERAGE",
        "-0.0, BELOW_AVERAGE",
        "19.9999, BELOW_AVERAGE",
        "20, GOOD",
        "49.9999, GOOD",
        "50, EXCELLENT",
        "70, EXCELLENT",
        "70.0001, WORLD_CLASS",
        "100, WORLD_CLASS"
    })
    void theEdgesBelongWhereDecisionOnePutsThem(double nps, Band band) {
        assertThat(Band.of(nps)).isEqualTo(band);
    }

    /** −0.4 is shown as 0, yet it is negative: the unrounded value counts. */
    @Test
    void theUnroundedValueCounts() {
        assertThat(Band.of(new NetPromoterScore(120, 10, 121).value())).isEqualTo(Band.MILD);
    }

    @Test
    void aSixIsADetractorASevenIsPassiveANineIsAPromoter() {
        assertThat(IntStream.rangeClosed(0, 10).mapToObj(value -> new Score(value).group()))
                .containsExactly(
                        Group.DETRACTOR,
                        Group.DETRACTOR,
                        Group.DETRACTOR,
                        Group.DETRACTOR,
                        Group.DETRACTOR,
                        Group.DETRACTOR,
                        Group.DETRACTOR,
                        Group.PASSIVE,
                        Group.PASSIVE,
                        Group.PROMOTER,
                        Group.PROMOTER);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 11, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aScoreOutsideZeroToTenDoesNotExist(int value) {
        assertThatThrownBy(() -> new Score(value)).isInstanceOf(IllegalArgumentException.class);
    }
}
