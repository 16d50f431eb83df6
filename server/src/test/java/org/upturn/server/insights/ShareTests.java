package org.upturn.server.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareTests {
    @Test
    void theIntervalIsThatOfWilson() {
        // binom.wilson of R gives 0.6078 and 0.9416 for 15 of 18.
        assertThat(new Share(15, 18).low()).isCloseTo(0.6078, within(0.0001));
        assertThat(new Share(15, 18).high()).isCloseTo(0.9416, within(0.0001));
    }

    @Test
    void holdsItsValueAndStaysWithinNoneAndAll() {
        for (long part = 0; part <= 7; part++) {
            var share = new Share(part, 7);
            assertThat(share.low()).isBetween(0.0, share.value());
            assertThat(share.high()).isBetween(share.value(), 1.0);
        }
    }

    @Test
    void aShareOfNothingIsNoNumber() {
        assertThat(Share.NONE.value()).isNaN();
        assertThat(Share.NONE.low()).isNaN();
    }

    @Test
    void liftIsHowManyTimesAsOftenAsByChance() {
        var related = new RelatedTheme("b", "B", 10, 20, 25, 100);

        assertThat(related.expected()).isEqualTo(5);
        assertThat(related.lift()).isEqualTo(2);
        assertThat(related.isBeyondChance()).isTrue();
    }

    @Test
    void whatChanceBringsOrFewShowIsNotRelated() {
        assertThat(new RelatedTheme("b", "B", 5, 20, 25, 100).isBeyondChance())
                .as("just as expected")
                .isFalse();
        assertThat(new RelatedTheme("b", "B", 8, 20, 25, 100).isBeyondChance())
                .as("eight in a hundred times by chance: Fisher’s exact test, one side")
                .isFalse();
        assertThat(new RelatedTheme("b", "B", 4, 4, 4, 1_000).isBeyondChance())
                .as("only four")
                .isFalse();
        assertThat(new RelatedTheme("b", "B", 9, 9, 9, 9).isBeyondChance())
                .as("everyone names everything")
                .isFalse();
    }
}
