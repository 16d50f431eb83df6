package org.upturn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClausesTests {
    @Test
    void cutsAtSentencesAndAtContrasts() {
        assertThat(cut("Great product. The people are friendly and patient but the app is slow; nobody answers!"))
                .containsExactly(
                        "Great product.",
                        "The people are friendly and patient",
                        "but the app is slow",
                        "nobody answers!");
    }

    @Test
    void leavesShortSentencesWhole() {
        assertThat(cut("Quick, easy and cheap")).containsExactly("Quick, easy and cheap");
    }

    private static List<String> cut(String text) {
        return Clauses.of(text).stream()
                .map(span -> text.substring(span.start(), span.end()))
                .toList();
    }
}
