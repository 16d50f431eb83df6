package org.upturn.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchWordsTests {
    @Test
    void knowsPhrasesWithoutAndOr() {
        assertThat(written("slow support")).isEqualTo("\"slow\" \"support\"");
        assertThat(written("\"slow support\" -price or Billing"))
                .isEqualTo("\"slow support\" -\"price\" or \"Billing\"");
        assertThat(written("-\"on hold\"")).isEqualTo("-\"on hold\"");
        assertThat(written("“slow support”")).isEqualTo("\"slow support\"");
    }

    @Test
    void signsWithinATermMakeItAPhrase() {
        assertThat(written("e-mail don’t 24/7")).isEqualTo("\"e mail\" \"don t\" \"24 7\"");
    }

    @Test
    void orNeedsSomethingOnBothSides() {
        assertThat(written("or slow or")).isEqualTo("\"slow\"");
        assertThat(written("slow or or fast")).isEqualTo("\"slow\" or \"fast\"");
        assertThat(written("\"or\"")).isEqualTo("\"or\"");
    }

    @Test
    void whatIsNeverClosedClosesAtTheEnd() {
        assertThat(written("price \"slow support")).isEqualTo("\"price\" \"slow support\"");
        assertThat(written("slow\"")).isEqualTo("\"slow\"");
    }

    @Test
    void signsAloneAskForNothing() {
        for (String nothing : List.of("", " ", "-", "--", "\"", "\"\"", "-\"\"", "!&|()<->:*", "or", "… — '", "👍")) {
            assertThat(SearchWords.of(nothing).isEmpty()).as(nothing).isTrue();
        }
    }

    @Test
    void onlyWantedWordsAreMarked() {
        SearchWords words = SearchWords.of("slow \"on hold\" -price or -\"too long\" late");

        assertThat(words.singleWords()).isEqualTo("slow late");
        assertThat(words.phrases()).containsExactly(List.of("on", "hold"));
    }

    private static String written(String typed) {
        return SearchWords.of(typed).written();
    }
}
