package org.upturn.server.invitations.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** If you cannot act within 30 days, do not ask again sooner (S3-25). */
class AdviceTests {
    @Test
    void whoeverBringsMoreCasesThanTheTeamClosesIsToldHowManyAndHowOften() {
        var known = new Capacity.Figures(1_000, 100, 90, 12);

        Advice monthly = Advice.of(known, 600, 30);

        assertThat(monthly.brings()).isEqualTo(60);
        assertThat(monthly.closed()).isEqualTo(30);
        assertThat(monthly.isTooOften()).isTrue();
        assertThat(monthly.bearable()).isEqualTo(300);
        assertThat(monthly.everyDays()).isEqualTo(60);
        assertThat(Advice.of(known, 600, (int) monthly.everyDays()).isTooOften())
                .isFalse();
    }

    @Test
    void fewCasesSayNothingYet() {
        assertThat(new Capacity.Figures(50, 9, 3, 1).isKnown()).isFalse();
        assertThat(new Capacity.Figures(50, 10, 3, 1).isKnown()).isTrue();
    }

    @Test
    void aTeamThatClosesNothingIsNotToldANumber() {
        Advice advice = Advice.of(new Capacity.Figures(100, 20, 0, 20), 100, 30);

        assertThat(advice.isTooOften()).isTrue();
        assertThat(advice.everyDays()).isZero();
    }
}
