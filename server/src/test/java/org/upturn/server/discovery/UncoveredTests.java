package org.upturn.server.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is left of a verbatim beside the words that show a theme. */
class UncoveredTests {
    @Test
    void coveredWordsBecomeBlanksAndEveryIndexStays() {
        String verbatim = "Support is slow. The lot is full.";

        String left = Uncovered.blanked(verbatim, new Integer[] {0}, new Integer[] {16});

        assertThat(left).hasSameSizeAs(verbatim).isEqualTo(" ".repeat(16) + " The lot is full.");
    }

    @Test
    void stretchesThatOverlapOrLieOutsideDoNoHarm() {
        assertThat(Uncovered.blanked("abcdef", new Integer[] {1, 2, -3, 5, 9}, new Integer[] {4, 5, 0, 99, 12}))
                .isEqualTo("a     ");
        assertThat(Uncovered.blanked("abc", new Integer[] {2}, new Integer[] {1}))
                .isEqualTo("abc");
    }

    @Test
    void theRestOfASentenceIsNotARemarkButAShortAnswerIs() {
        assertThat(Uncovered.saysSomething("       and that", true)).isFalse();
        assertThat(Uncovered.saysSomething("       the lot is full", true)).isTrue();
        assertThat(Uncovered.saysSomething("Parking", false)).isTrue();
        assertThat(Uncovered.saysSomething("?!", false)).isFalse();
    }
}
