package org.upturn.server.invitations.texts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextSizeTest {
    @Test
    void countsSeptetsOfTheGsmAlphabet() {
        assertThat(TextSize.of("")).isEqualTo(new TextSize(true, 0, 1));
        assertThat(TextSize.of("Grüße, Ñoño: 5 § à Åse")).isEqualTo(new TextSize(true, 22, 1));
        assertThat(TextSize.of("a".repeat(160))).isEqualTo(new TextSize(true, 160, 1));
        assertThat(TextSize.of("a".repeat(161))).isEqualTo(new TextSize(true, 161, 2));
        assertThat(TextSize.of("a".repeat(306))).isEqualTo(new TextSize(true, 306, 2));
        assertThat(TextSize.of("a".repeat(307))).isEqualTo(new TextSize(true, 307, 3));
    }

    @Test
    void someCharactersTakeTwoAndAreNeverCut() {
        assertThat(TextSize.of("€".repeat(80))).isEqualTo(new TextSize(true, 160, 1));
        assertThat(TextSize.of("€".repeat(81))).isEqualTo(new TextSize(true, 162, 2));
        assertThat(TextSize.of("€".repeat(153)))
                .as("76 of them in a part of 153")
                .isEqualTo(new TextSize(true, 306, 3));
    }

    @Test
    void oneOtherCharacterMakesAllOfItUcs2() {
        assertThat(TextSize.of("’".repeat(70))).isEqualTo(new TextSize(false, 70, 1));
        assertThat(TextSize.of("a".repeat(70) + "’")).isEqualTo(new TextSize(false, 71, 2));
        assertThat(TextSize.of("ش".repeat(134))).isEqualTo(new TextSize(false, 134, 2));
        assertThat(TextSize.of("ش".repeat(135))).isEqualTo(new TextSize(false, 135, 3));
        assertThat(TextSize.of("😀".repeat(35))).isEqualTo(new TextSize(false, 70, 1));
        assertThat(TextSize.of("😀".repeat(67)))
                .as("33 of them in a part of 67")
                .isEqualTo(new TextSize(false, 134, 3));
    }
}
