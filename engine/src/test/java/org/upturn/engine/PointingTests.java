package org.upturn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PointingTests {
    private static String pointed(Codebook codebook, String text, String theme) {
        Explanation.Clue clue = Loaded.READER
                .explain(codebook, Learned.NOTHING, Verbatim.of(text), theme)
                .orElseThrow()
                .clue();
        return text.substring(clue.start(), clue.end());
    }

    @Test
    void marksOneThoughtWhole() {
        assertThat(pointed(
                        Loaded.COMPANY,
                        "Lovely office. I called the support line three times, and nobody ever solved the ticket.",
                        "unresolved-issues"))
                .isEqualTo("I called the support line three times, and nobody ever solved the ticket.");
    }

    @Test
    void stopsWhereAnotherThemeOrAContrastBegins() {
        String text = "The app takes ages to load every morning, but the price you charge for it is fair enough.";
        assertThat(pointed(Loaded.COMPANY, text, "slow-performance"))
                .isEqualTo("The app takes ages to load every morning");
        assertThat(pointed(Loaded.COMPANY, text, "price-value"))
                .isEqualTo("but the price you charge for it is fair enough.");
    }

    @Test
    void neverLeavesTheSentence() {
        String text = "The parcel came three days late. The parcel before it came a week late. Nice box.";
        assertThat(pointed(Loaded.COMPANY, text, "late-delivery")).doesNotContain(". ");
    }
}
