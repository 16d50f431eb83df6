package org.upturn.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upturn.engine.Explanation.Nearest.Kind;
import org.upturn.engine.Explanation.Reason;
import org.upturn.engine.Explanation.Stance;

class ExplanationTests {
    private static final String TICKETS =
            "The rooms are lovely. Three support tickets, no resolution. My dog likes the garden.";

    private static Explanation explain(Learned learned, String text, String theme) {
        return Loaded.READER
                .explain(Loaded.COMPANY, learned, Verbatim.of(text), theme)
                .orElseThrow();
    }

    private static Explanation explain(String text, String theme) {
        return explain(Learned.NOTHING, text, theme);
    }

    private static Learned learned(Judgement... judgements) {
        return Loaded.READER.learner(Loaded.COMPANY).learn(List.of(judgements));
    }

    @Test
    void pointsAtTheWordsAndNamesTheNearestExample() {
        Explanation explanation = explain(TICKETS, "unresolved-issues");
        assertThat(TICKETS.substring(
                        explanation.clue().start(), explanation.clue().end()))
                .isEqualTo("Three support tickets, no resolution.");
        assertThat(explanation.clue().likeness()).isGreaterThan(0.3);
        assertThat(explanation.nearest().kind()).isEqualTo(Kind.EXAMPLE);
        assertThat(explanation.nearest().number()).isEqualTo(1);
        assertThat(explanation.nearest().text()).isEqualTo("Three support tickets and no resolution");
        assertThat(explanation.nearest().likeness())
                .isBetween(explanation.clue().likeness(), 1.0);
    }

    @Test
    void showsTheWordsThatWeighedWhereTheyStand() {
        assertThat(explain(TICKETS, "unresolved-issues").words())
                .extracting(word -> TICKETS.substring(word.start(), word.end()))
                .contains("support", "tickets", "resolution")
                .doesNotContain("rooms", "garden");
        assertThat(explain(TICKETS, "unresolved-issues").words())
                .allSatisfy(word -> assertThat(word.weight()).isBetween(0.0, 1.0));
    }

    @Test
    void agreesWithTheReading() {
        Reading reading = Loaded.read(Loaded.COMPANY, TICKETS);
        for (Theme theme : Loaded.COMPANY.themes()) {
            Explanation explanation = explain(TICKETS, theme.id());
            assertThat(explanation.weighing().decided())
                    .as(theme.id())
                    .isEqualTo(reading.decided().stream()
                            .anyMatch(coding -> coding.theme().equals(theme.id())));
            reading.codings().stream()
                    .filter(coding -> coding.theme().equals(theme.id()))
                    .forEach(coding -> {
                        assertThat(explanation.clue().start()).isEqualTo(coding.start());
                        assertThat(explanation.clue().end()).isEqualTo(coding.end());
                        assertThat(explanation.clue().feeling()).isEqualTo(coding.sentiment());
                        assertThat(explanation.weighing().prior()).isEqualTo(coding.probability());
                    });
        }
    }

    @Test
    void saysWhyNotWhenAClauseIsPraise() {
        Explanation explanation = explain("Support answered within minutes and fixed it", "slow-response");
        assertThat(explanation.weighing().decided()).isFalse();
        assertThat(explanation.weighing().reason()).isEqualTo(Reason.PRAISE);
        assertThat(explanation.clue().stance()).isEqualTo(Stance.AGAINST);
    }

    @Test
    void aComplaintSpeaksForAThemeOfComplaints() {
        Explanation explanation = explain("Nobody answers my mails, I am furious", "slow-response");
        assertThat(explanation.clue().stance()).isEqualTo(Stance.FOR);
        assertThat(explanation.clue().feeling()).isNegative();
    }

    @Test
    void namesTheThemeThatLeads() {
        Explanation explanation = explain("The app is painfully slow to load", "price-value");
        assertThat(explanation.weighing().decided()).isFalse();
        assertThat(explanation.weighing().reason()).isEqualTo(Reason.ANOTHER_LEADS);
        assertThat(explanation.weighing().rival()).isEqualTo("slow-performance");
        assertThat(explain("The app is painfully slow to load", "slow-performance")
                        .weighing()
                        .rival())
                .isNull();
    }

    @Test
    void aPersonsWordSettlesItAndIsNotItsOwnNeighbour() {
        Learned learned = learned(new Judgement(TICKETS, "unresolved-issues", false));
        Explanation explanation = explain(learned, TICKETS, "unresolved-issues");
        assertThat(explanation.weighing().reason()).isEqualTo(Reason.PERSON_SAID_NO);
        assertThat(explanation.weighing().decided()).isFalse();
        assertThat(explanation.judged()).isNull();
    }

    @Test
    void showsTheJudgedTextThatIsMostLikeIt() {
        Learned learned = learned(
                new Judgement("Four tickets later still no solution", "unresolved-issues", true),
                new Judgement("The invoice came in the wrong currency", "unresolved-issues", false));
        Explanation explanation = explain(learned, TICKETS, "unresolved-issues");
        assertThat(explanation.judged()).isNotNull();
        assertThat(explanation.judged().text()).isEqualTo("Four tickets later still no solution");
        assertThat(explanation.judged().yes()).isTrue();
        assertThat(explanation.weighing().learned()).isBetween(0.0, 1.0);
        assertThat(explanation.weighing().threshold()).isEqualTo(learned.threshold("unresolved-issues"));
        assertThat(explanation.weighing().reason()).isIn(Reason.LEARNED_YES, Reason.LEARNED_NO);
        assertThat(explain(learned, TICKETS, "price-value").weighing().learned())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void nothingToReadIsNothingToExplain(String text) {
        assertThat(Loaded.READER.explain(Loaded.COMPANY, Learned.NOTHING, Verbatim.of(text), "price-value"))
                .isEmpty();
    }

    @Test
    void refusesAThemeThatTheCodebookDoesNotHave() {
        assertThatThrownBy(() -> explain("too slow", "no-such-theme"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such-theme");
    }
}
