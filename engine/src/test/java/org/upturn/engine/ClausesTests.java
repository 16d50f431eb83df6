package org.upturn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
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

    @Test
    void knowsWhereASentenceEnds() {
        String text = "The people are friendly, and the room was warm and cosy; nobody answers. Why?";
        List<Span> clauses = Clauses.of(text);
        List<Boolean> joined = IntStream.range(1, clauses.size())
                .mapToObj(i -> Clauses.inOneSentence(text, clauses.get(i - 1), clauses.get(i)))
                .toList();
        assertThat(cut(text))
                .containsExactly(
                        "The people are friendly", "and the room was warm and cosy", "nobody answers.", "Why?");
        assertThat(joined).containsExactly(true, false, false);
    }

    private static List<String> cut(String text) {
        return Clauses.of(text).stream()
                .map(span -> text.substring(span.start(), span.end()))
                .toList();
    }
}
