package org.upturn.server.cases.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.upturn.server.workspaces.MemberId;

class DutyTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant TUESDAY_NOON = Instant.parse("2026-11-24T11:00:00Z");
    private static final MemberId ANNA = new MemberId(UUID.randomUUID());
    private static final MemberId BELA = new MemberId(UUID.randomUUID());
    private static final MemberId CARA = new MemberId(UUID.randomUUID());

    @Test
    void theOneWithTheFewestOpenCasesIsChosen() {
        assertThat(duty(Map.of(ANNA, 5L, BELA, 2L)).choose(List.of(ANNA, BELA)))
                .contains(new RuleSet.Present(BELA, null));
    }

    @Test
    void whoIsAtWorkComesBeforeWhoIsNotEvenWithMoreCases() {
        var asia = WorkingHours.usual(ZoneId.of("Asia/Tokyo"));
        var duty = new Duty(TUESDAY_NOON, List.of(), () -> Map.of(ANNA, asia), () -> Map.of(BELA, 9L), BERLIN);

        assertThat(duty.choose(List.of(ANNA, BELA))).contains(new RuleSet.Present(BELA, null));
    }

    @Test
    void whoIsOnLeaveIsCoveredAndTheCoverOfTheCoverIsFound() {
        assertThat(duty(Map.of(), leave(ANNA, BELA)).choose(List.of(ANNA))).contains(new RuleSet.Present(BELA, ANNA));
        assertThat(duty(Map.of(), leave(ANNA, BELA), leave(BELA, CARA)).choose(List.of(ANNA)))
                .contains(new RuleSet.Present(CARA, ANNA));
    }

    @Test
    void twoWhoCoverForEachOtherAndAreBothAwayLeadToNobody() {
        assertThat(duty(Map.of(), leave(ANNA, BELA), leave(BELA, ANNA)).choose(List.of(ANNA)))
                .isEmpty();
        assertThat(duty(Map.of(), leave(ANNA, null)).choose(List.of(ANNA))).isEmpty();
    }

    /** The 25th begins in Tokyo when it is still the 24th in Berlin. */
    @Test
    void leaveBeginsAndEndsInTheTimeZoneOfTheMember() {
        var evening = Instant.parse("2026-11-24T16:00:00Z");
        var away = new Absence(
                UUID.randomUUID(), ANNA, LocalDate.parse("2026-11-25"), LocalDate.parse("2026-11-25"), null);
        var tokyo = Map.of(ANNA, WorkingHours.usual(ZoneId.of("Asia/Tokyo")));

        assertThat(new Duty(evening, List.of(away), () -> tokyo, Map::of, BERLIN).choose(List.of(ANNA)))
                .isEmpty();
        assertThat(new Duty(evening, List.of(away), Map::of, Map::of, BERLIN).choose(List.of(ANNA)))
                .isPresent();
    }

    private static Duty duty(Map<MemberId, Long> load, Absence... absences) {
        return new Duty(TUESDAY_NOON, List.of(absences), Map::of, () -> load, BERLIN);
    }

    private static Absence leave(MemberId member, @Nullable MemberId cover) {
        return new Absence(
                UUID.randomUUID(), member, LocalDate.parse("2026-11-23"), LocalDate.parse("2026-11-27"), cover);
    }
}
