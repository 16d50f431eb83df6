package org.upturn.server.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PathPartTests {
    @Test
    void aKeyOfLettersDigitsAndHyphensStaysAsItIs() {
        assertThat(PathPart.of("lack-of-feedback_2")).isEqualTo("lack-of-feedback_2");
        assertThat(PathPart.key("lack-of-feedback_2")).isEqualTo("lack-of-feedback_2");
    }

    @Test
    void everyOtherKeyComesBackFromAPathOfPlainSigns() {
        for (String key : new String[] {"24/7", "..", "~", "~002f", "50 %;a\\b", "Réponse lente", "応答 😀", "$1"}) {
            assertThat(PathPart.of(key)).matches("[A-Za-z0-9_~-]+");
            assertThat(PathPart.key(PathPart.of(key))).isEqualTo(key);
        }
        assertThat(PathPart.of("24/7")).isEqualTo("24~002f7");
    }
}
