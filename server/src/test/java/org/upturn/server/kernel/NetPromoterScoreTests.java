package org.upturn.server.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetPromoterScoreTests {
    private static final long SEED = 20261122;
    private static final int TRIES = 5_000;

    @Test
    void theValueAndItsIntervalLieBetweenMinusAndPlusAHundred() {
        forRandomCounts(nps -> {
            assertThat(nps.value()).isBetween(-100.0, 100.0);
            assertThat(nps.low()).isBetween(-100.0, nps.value());
            assertThat(nps.high()).isBetween(nps.value(), 100.0);
        });
    }

    @Test
    void whatWasPutTogetherComesApartAgain() {
        forRandomCounts(nps -> {
            var part = new NetPromoterScore(nps.promoters() / 2, nps.passives() / 3, nps.detractors() / 5);
            assertThat(nps.minus(part).plus(part)).isEqualTo(nps);
            assertThat(nps.plus(part).minus(nps)).isEqualTo(part);
            assertThat(nps.plus(NetPromoterScore.NONE)).isEqualTo(nps);
        });
    }

    @Test
    void swappingPromotersAndDetractorsTurnsTheSign() {
        forRandomCounts(nps -> {
            var mirrored = new NetPromoterScore(nps.detractors(), nps.passives(), nps.promoters());
            assertThat(mirrored.value()).isCloseTo(-nps.value(), within(1e-9));
            assertThat(mirrored.low()).isCloseTo(-nps.high(), within(1e-9));
            assertThat(mirrored.high()).isCloseTo(-nps.low(), within(1e-9));
        });
    }

    @Test
    void moreAnswersOfTheSameKindNarrowTheInterval() {
        forRandomCounts(nps -> {
            var tenfold = new NetPromoterScore(nps.promoters() * 10, nps.passives() * 10, nps.detractors() * 10);
            assertThat(tenfold.high() - tenfold.low()).isLessThan(nps.high() - nps.low() + 1e-9);
        });
    }

    @Test
    void countingAnswerByAnswerIsCountingAtOnce() {
        NetPromoterScore counted = IntStream.rangeClosed(0, 10)
                .mapToObj(Score::new)
                .reduce(NetPromoterScore.NONE, NetPromoterScore::plus, NetPromoterScore::plus);

        assertThat(counted).isEqualTo(new NetPromoterScore(2, 2, 7));
    }

    @Test
    void nobodyHasNoValueAndNegativeCountsAreRefused() {
        assertThat(NetPromoterScore.NONE.value()).isNaN();
        assertThat(NetPromoterScore.NONE.low()).isNaN();
        assertThat(NetPromoterScore.NONE.high()).isNaN();
        assertThatThrownBy(() -> new NetPromoterScore(0, 0, 1).minus(new NetPromoterScore(1, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Whoever says "95 %" must hold it; three distributions that surveys really show, from few to many answers. */
    @ParameterizedTest
    @CsvSource({
        "0.30, 0.40, 20",
        "0.30, 0.40, 50",
        "0.30, 0.40, 400",
        "0.15, 0.67, 20",
        "0.15, 0.67, 100",
        "0.60, 0.25, 20",
        "0.60, 0.25, 200",
        "0.10, 0.20, 30",
        "0.45, 0.10, 40"
    })
    void theIntervalHoldsTheTruthAtLeastNinetyThreeTimesInAHundred(double promoters, double passives, int answers) {
        var random = new Random(SEED);
        double truth = 100 * (promoters - (1 - promoters - passives));
        int rounds = 4_000;
        int held = 0;
        for (int round = 0; round < rounds; round++) {
            NetPromoterScore sample = sample(random, promoters, passives, answers);
            held += sample.low() <= truth && truth <= sample.high() ? 1 : 0;
        }

        assertThat(held / (double) rounds).as("coverage with seed " + SEED).isGreaterThanOrEqualTo(0.93);
    }

    private static NetPromoterScore sample(Random random, double promoters, double passives, int answers) {
        int[] counts = new int[3];
        for (int i = 0; i < answers; i++) {
            double drawn = random.nextDouble();
            counts[drawn < promoters ? 0 : drawn < promoters + passives ? 1 : 2]++;
        }
        return new NetPromoterScore(counts[0], counts[1], counts[2]);
    }

    /** Small counts and large ones, with groups that nobody is in. */
    private static void forRandomCounts(Consumer<NetPromoterScore> check) {
        var random = new Random(SEED);
        for (int i = 0; i < TRIES; i++) {
            int most = random.nextBoolean() ? 4 : 100_000;
            var nps = new NetPromoterScore(random.nextInt(most), random.nextInt(most), 1 + random.nextInt(most));
            try {
                check.accept(nps);
            } catch (AssertionError failure) {
                throw new AssertionError("seed " + SEED + ", try " + i + ", " + nps, failure);
            }
        }
    }
}
