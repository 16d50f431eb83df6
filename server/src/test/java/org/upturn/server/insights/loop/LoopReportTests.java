package org.upturn.server.insights.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.upturn.server.cases.Outcome;
import org.upturn.server.insights.Share;
import org.upturn.server.kernel.Score;
import org.upturn.server.surveys.WaveId;

class LoopReportTests {
    private static final WaveId WAVE = new WaveId(new UUID(0, 1));

    @Test
    void recoveredIsNoLongerADetractor() {
        assertThat(became(3, 7)).isEqualTo(Became.RECOVERED);
        assertThat(became(3, 6)).isEqualTo(Became.IMPROVING);
        assertThat(became(3, 3)).isEqualTo(Became.UNCHANGED);
        assertThat(became(3, 2)).isEqualTo(Became.WORSE);
        assertThat(Became.of(new Score(3), null, true)).isEqualTo(Became.SILENT);
        assertThat(Became.of(new Score(3), null, false)).isEqualTo(Became.NOT_ASKED);
    }

    @Test
    void theDifferenceIsThatOfNewcombe() {
        // Newcombe 1998, table II, (a): 56/70 − 48/80, method 10.
        var one = new Difference(new Share(56, 70), new Share(48, 80));

        assertThat(one.value()).isCloseTo(0.2, within(1e-9));
        assertThat(one.low()).isCloseTo(0.0524, within(0.0001));
        assertThat(one.high()).isCloseTo(0.3339, within(0.0001));
        assertThat(one.couldBeChance()).isFalse();
    }

    /** Kaplan and Meier by hand: 2 of 6 wait since before the third came that far. */
    @Test
    void whoStillWaitsCountsAsLongAsTheyHaveWaited() {
        var tally = new Times.Tally();
        List.of(10, 20, 40).forEach(tally::reached);
        List.of(15, 30).forEach(tally::waiting);
        tally.never();

        Times times = tally.times();

        // After 10: 5/6; after 20: 5/6 · 3/4 = 0.625; after 40: 0.625 · 1/2 = 0.3125.
        assertThat(times.half()).isEqualTo(Duration.ofSeconds(40));
        assertThat(times.median()).isEqualTo(Duration.ofSeconds(20));
        assertThat(times.all()).isEqualTo(6);
    }

    @Test
    void aTeamThatReachesAFewQuicklyHasNotReachedHalf() {
        var tally = new Times.Tally();
        tally.reached(60);
        for (int i = 0; i < 9; i++) {
            tally.never();
        }

        Times times = tally.times();

        assertThat(times.median()).isEqualTo(Duration.ofMinutes(1));
        assertThat(times.half()).isNull();
    }

    @Test
    void aStepTakenBeforeTheOneBeforeItTookNoTimeOfItsOwn() {
        var early = item(3, Map.of(Leg.READ, 50, Leg.ASSIGNED, 1, Leg.CONTACTED, 70), null, 100, null, null);

        List<Step> steps = Step.of(List.of(early));

        assertThat(steps.get(1).own().median()).isEqualTo(Duration.ZERO);
        assertThat(steps.get(1).whole().median()).isEqualTo(Duration.ofSeconds(1));
        assertThat(steps.get(2).own().median()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void contactAfterTheNextAnswerDidNotBringIt() {
        var late = item(3, Map.of(Leg.CONTACTED, 90), null, 100, 9, 80);
        var soon = item(3, Map.of(Leg.CONTACTED, 10), null, 100, 9, 80);

        LoopReport report = LoopReport.of(List.of(), List.of(late, soon));

        assertThat(report.promoters()).isEqualTo(new Difference(new Share(1, 1), new Share(1, 1)));
    }

    @Test
    void whatWasSpentOnAllIsCountedForEachWhoRecovered() {
        var back = item(3, Map.of(), null, 100, 8, 80);
        var gone = item(3, Map.of(), Outcome.NO_CONTACT_POSSIBLE, 100, null, null);
        var uses = List.of(
                new ActionUse(back.id(), "Refund", new BigDecimal("30.00")),
                new ActionUse(gone.id(), "Refund", new BigDecimal("20.00")),
                new ActionUse(UUID.randomUUID(), "Refund", new BigDecimal("999.00")));

        Costs costs = Costs.of(List.of(back, gone), uses);

        assertThat(costs.total()).isEqualByComparingTo("50");
        assertThat(costs.perRecovered()).isEqualByComparingTo("50");
        assertThat(costs.byAction()).containsExactly(new Costs.Line("Refund", 2, 2, 1, new BigDecimal("50.00")));
        assertThat(costs.byBecame()).extracting(Costs.Line::of).containsExactly("recovered", "not-asked");
        assertThat(Costs.of(List.of(gone), uses).perRecovered()).isNull();
    }

    @RepeatedTest(200)
    void nobodyIsDroppedAndEveryFigureIsPossible(RepetitionInfo info) {
        var random = new Random(info.getCurrentRepetition());
        var cases = new ArrayList<LoopCase>();
        for (int i = random.nextInt(60); i > 0; i--) {
            cases.add(random(random));
        }

        LoopReport report = LoopReport.of(List.of(), cases);

        assertThat(report.became().values().stream().mapToLong(Long::longValue).sum())
                .as("every detractor is in exactly one")
                .isEqualTo(cases.size());
        assertThat(report.promoters().one().whole() + report.promoters().other().whole())
                .isEqualTo(report.answeredAgain());
        for (Step step : report.steps()) {
            possible(step.own(), cases.size());
            possible(step.whole(), cases.size());
            assertThat(step.own().reached()).isEqualTo(step.whole().reached());
        }
        for (Difference one : List.of(report.promoters(), report.recovered())) {
            if (one.isKnown()) {
                assertThat(one.low()).isBetween(-1.0, one.value());
                assertThat(one.high()).isBetween(one.value(), 1.0);
            }
        }
    }

    private static void possible(Times times, int all) {
        assertThat(times.all()).isEqualTo(all);
        assertThat(times.median() == null).isEqualTo(times.reached() == 0);
        if (times.half() != null) {
            assertThat(times.half().isNegative()).isFalse();
            assertThat(times.notReached() == 0 || 2 * times.reached() + times.waiting() >= all)
                    .as("half of all cannot have come so far when most never will")
                    .isTrue();
        }
        if (times.notReached() == 0 && times.reached() > 0) {
            assertThat(times.half()).as("nobody waits: the lower middle one").isLessThanOrEqualTo(times.median());
        }
    }

    private static LoopCase random(Random random) {
        var after = new EnumMap<Leg, Integer>(Leg.class);
        for (Leg leg : Leg.values()) {
            if (random.nextBoolean()) {
                after.put(leg, random.nextInt(1_000));
            }
        }
        Outcome outcome = random.nextBoolean()
                ? null
                : after.containsKey(Leg.RESOLVED) ? Outcome.RESOLVED : Outcome.NO_CONTACT_POSSIBLE;
        boolean again = random.nextBoolean();
        return new LoopCase(
                UUID.randomUUID(),
                WAVE,
                new Score(random.nextInt(7)),
                after,
                random.nextBoolean(),
                outcome,
                1_000,
                again ? new Score(random.nextInt(11)) : null,
                again ? random.nextInt(2_000) : null,
                random.nextBoolean());
    }

    private static Became became(int score, int next) {
        return Became.of(new Score(score), new Score(next), true);
    }

    private static LoopCase item(
            int score,
            Map<Leg, Integer> after,
            @Nullable Outcome outcome,
            int waited,
            @Nullable Integer next,
            @Nullable Integer nextAfter) {
        return new LoopCase(
                UUID.randomUUID(),
                WAVE,
                new Score(score),
                after,
                false,
                outcome,
                waited,
                next == null ? null : new Score(next),
                nextAfter,
                false);
    }
}
