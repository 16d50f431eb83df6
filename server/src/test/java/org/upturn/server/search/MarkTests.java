package org.upturn.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkTests {
    @Test
    void aMarkStandsAtItsWordInTheVerbatimAsGiven() {
        String verbatim = "😀 Slow — very slow!";

        assertThat(Mark.of(verbatim, "  <Slow>   very <slow> ")).containsExactly(new Mark(3, 7), new Mark(15, 19));
    }

    @Test
    void whatDoesNotFitTheVerbatimMarksNothing() {
        assertThat(Mark.of("Slow", "<Slow> support")).isEmpty();
        assertThat(Mark.of("Slow support", "<Slow>")).isEmpty();
    }

    @Test
    void aPhraseIsMarkedOnlyWhereItStandsAsAWhole() {
        String verbatim = "Support is slow. Slow, slow support";
        List<Mark> words = Mark.of(verbatim, "<Support> is <slow>  <Slow>  <slow> <support>");

        assertThat(Mark.together("on the phone, the", Mark.of("on the phone, the", "on <the> <phone>  <the>"), 2))
                .containsExactly(new Mark(3, 17));
        assertThat(Mark.together(verbatim, words, 2)).containsExactly(new Mark(11, 35));
        assertThat(Mark.together(verbatim, words, 5)).isEmpty();
    }

    @Test
    void marksThatOverlapBecomeOne() {
        assertThat(Mark.merged(List.of(new Mark(8, 12), new Mark(0, 4), new Mark(3, 7))))
                .containsExactly(new Mark(0, 7), new Mark(8, 12));
    }
}
