package org.upturn.server.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CertaintyTests {
    @Test
    void halfIsNotMoreThanPerhaps() {
        assertThat(Certainty.of(0.5, false)).isEqualTo(Certainty.PERHAPS);
        assertThat(Certainty.of(0.57, false)).isEqualTo(Certainty.PERHAPS);
        assertThat(Certainty.of(0.659, false)).isEqualTo(Certainty.PERHAPS);
    }

    @Test
    void theBoundsBelongToTheWordAboveThem() {
        assertThat(Certainty.of(0.66, false)).isEqualTo(Certainty.LIKELY);
        assertThat(Certainty.of(0.66f, false)).isEqualTo(Certainty.LIKELY);
        assertThat(Certainty.of(0.9f, false)).isEqualTo(Certainty.SURE);
        assertThat(Certainty.of(1, false)).isEqualTo(Certainty.SURE);
    }

    @Test
    void aPersonsWordNeedsNoProbability() {
        assertThat(Certainty.of(0.2, true)).isEqualTo(Certainty.PERSON);
    }

    @Test
    void aQuarterOfTheScaleIsStillNeutral() {
        assertThat(Feeling.of(-0.25)).isEqualTo(Feeling.NEUTRAL);
        assertThat(Feeling.of(0.25)).isEqualTo(Feeling.NEUTRAL);
        assertThat(Feeling.of(-0.26)).isEqualTo(Feeling.NEGATIVE);
        assertThat(Feeling.of(0.26)).isEqualTo(Feeling.POSITIVE);
    }
}
