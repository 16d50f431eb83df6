package org.upturn.server.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.changes.Changes;
import org.upturn.server.contacts.NewContact;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.kernel.Certainty;
import org.upturn.server.kernel.Group;
import org.upturn.server.kernel.Problem;
import org.upturn.server.responses.Response;
import org.upturn.server.surveys.Wave;

/** One theme among Acme’s answers; what the engine found in them is replaced by what each test needs. */
@UpturnTest
class ThemeStoryTests {
    private static final String SLOW = "slow-response";
    private static final String PRICE = "price-value";
    private static final String WORDS = "Support is slow and the price went up.";

    @Autowired
    Doors doors;

    @Autowired
    ThemeStories stories;

    @Autowired
    Quotes quotes;

    private Acme acme;
    private Wave first;
    private Wave second;
    private int people;

    @BeforeEach
    void openTwoWaves() {
        acme = doors.acme();
        first = acme.wave("Q3", 90);
        second = acme.wave("Q4", 2);
    }

    @Test
    void followsItOverWavesInEveryGroup() {
        List<Response> before = answers(first, "North", 3, 3, 9);
        List<Response> now = answers(second, "North", 2, 2, 2, 8, 10);
        read();
        name(before.getFirst(), SLOW, 0.7, -0.9, false);
        now.subList(0, 3).forEach(one -> name(one, SLOW, 0.95, -0.5, false));
        name(now.getLast(), SLOW, 0.95, 0.8, false);

        ThemeStory story = story(null);

        assertThat(story.waves()).extracting(one -> one.wave().name()).containsExactly("Q3", "Q4");
        assertThat(story.waves().getFirst().detractors()).isEqualTo(new Share(1, 2));
        assertThat(story.waves().getFirst().feelings()).isEqualTo(new Feelings(1, 0, 0, -0.9f));
        assertThat(story.shown().wave().name()).isEqualTo("Q4");
        assertThat(story.shown().answers()).isEqualTo(new Share(4, 5));
        assertThat(story.shown().of(Group.DETRACTOR)).isEqualTo(new Share(3, 3));
        assertThat(story.shown().of(Group.PASSIVE)).isEqualTo(new Share(0, 1));
        assertThat(story.shown().of(Group.PROMOTER)).isEqualTo(new Share(1, 1));
        assertThat(story.shown().feelings().negative()).isEqualTo(3);
        assertThat(story.shown().feelings().mean()).isCloseTo(-0.175, within(1e-6));
        assertThat(story.figures().impact()).as("NPS −40 with them, 0 without").isCloseTo(-40, within(1e-9));
        assertThat(story(first).shown().wave().name()).isEqualTo("Q3");
    }

    @Test
    void anEditedAnswerCountsAsItStandsNow() {
        Response old = answers(second, "North", 3).getFirst();
        read();
        name(old, SLOW, 0.9, -0.5, false);
        assertThat(story(null).shown().naming().answers()).isEqualTo(1);

        doors.responses.answer(
                acme.invited(second, doors.contacts.find(acme.workspace(), old.contact())), old.score(), "");
        read();

        assertThat(story(null).shown().naming().answers()).isZero();
        assertThat(said(QuoteFilter.ALL)).isEmpty();
    }

    @Test
    void tellsWhatComesWithItMoreOftenThanChance() {
        List<Response> all = answers(second, "North", 1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9);
        read();
        all.subList(0, 6).forEach(one -> name(one, SLOW, 0.9, -0.5, false));
        all.subList(0, 6).forEach(one -> name(one, PRICE, 0.9, -0.5, false));
        all.subList(4, 18).forEach(one -> name(one, "poor-quality", 0.9, 0.5, false));
        all.subList(6, 7).forEach(one -> name(one, PRICE, 0.9, 0.5, false));

        List<RelatedTheme> related = story(null).related();

        assertThat(related).extracting(RelatedTheme::theme).containsExactly(PRICE);
        assertThat(related.getFirst())
                .isEqualTo(new RelatedTheme(PRICE, related.getFirst().name(), 6, 6, 7, 18));
        assertThat(related.getFirst().name()).isNotEqualTo(PRICE);
    }

    @Test
    void standsOutInSegmentsOfFiveAnswersAndMore() {
        List<Response> north = answers(second, "North", 1, 1, 1, 1, 1, 9);
        List<Response> south = answers(second, "South", 1, 9, 9, 9, 9, 9);
        answers(second, "West", 9, 9, 9, 9, 9, 9);
        List<Response> few = answers(second, "East", 1, 1, 1, 1);
        read();
        north.subList(0, 5).forEach(one -> name(one, SLOW, 0.9, -0.5, false));
        name(south.getFirst(), SLOW, 0.9, -0.5, false);
        few.forEach(one -> name(one, SLOW, 0.9, -0.5, false));

        assertThat(story(null).segments()).containsExactly(new ThemeSegment("site", "North", new Share(5, 6)));
    }

    @Test
    void quotesAPersonsWordFirstAndTheWeakestLastPageByPage() {
        List<Response> all = answers(second, "North", 1, 7, 9, 2);
        read();
        name(all.get(0), SLOW, 0.55, -0.5, false);
        name(all.get(1), SLOW, 0.97, 0.1, false);
        name(all.get(2), SLOW, 0.3, 0.6, true);
        name(all.get(3), SLOW, 0.7, -0.9, false);

        var page = quotes.list(acme.workspace(), second, SLOW, QuoteFilter.ALL, null, 3);
        var rest = quotes.list(acme.workspace(), second, SLOW, QuoteFilter.ALL, page.next(), 3);

        assertThat(page.items())
                .extracting(Quote::certainty)
                .containsExactly(Certainty.PERSON, Certainty.SURE, Certainty.LIKELY);
        assertThat(rest.items()).extracting(Quote::certainty).containsExactly(Certainty.PERHAPS);
        assertThat(rest.next()).isNull();
        Quote weakest = rest.items().getFirst();
        assertThat(weakest.item()).isEqualTo(acme.caseOf(all.getFirst()).id().value());
        assertThat(weakest.evidence()).isEqualTo("Support is slow");
        assertThat(weakest.marked("Slow").pieces().stream()
                        .map(one -> one.text())
                        .toList())
                .containsExactly("Support is slow", " and the price went up.");
    }

    @Test
    void quotesByGroupFeelingAndCertainty() {
        List<Response> all = answers(second, "North", 1, 7, 9);
        read();
        name(all.get(0), SLOW, 0.55, -0.5, false);
        name(all.get(1), SLOW, 0.97, 0.1, false);
        name(all.get(2), SLOW, 0.3, 0.6, true);

        assertThat(said(Map.of("group", "detractor")))
                .containsExactly(all.get(0).id().value());
        assertThat(said(Map.of("sentiment", "neutral")))
                .containsExactly(all.get(1).id().value());
        assertThat(said(Map.of("sentiment", "positive")))
                .containsExactly(all.get(2).id().value());
        assertThat(said(Map.of("certainty", "perhaps")))
                .containsExactly(all.get(0).id().value());
        assertThat(said(Map.of("certainty", "person")))
                .containsExactly(all.get(2).id().value());
        assertThat(said(Map.of("certainty", "sure", "group", "detractor"))).isEmpty();
        assertThatThrownBy(() -> said(Map.of("certainty", "fairly"))).isInstanceOf(Problem.class);
    }

    @Test
    void showsTheChangesMadeForItAlone() {
        acme.answer(second, acme.dan, 3, WORDS);
        read();
        change(SLOW, "Two more people");
        change(PRICE, "A smaller plan");

        assertThat(story(null).changes()).extracting(one -> one.title()).containsExactly("Two more people");
    }

    @Test
    void aThemeNobodyKnowsAndAWaveNobodyAnsweredAreNotFound() {
        acme.answer(second, acme.dan, 3, WORDS);

        assertThatThrownBy(() -> stories.of(acme.workspace(), acme.program, "no-such-theme", null))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> story(first)).isInstanceOf(Problem.class);
    }

    @Test
    void untilSomebodyAnswersThereIsNothingToShow() {
        ThemeStory story = story(null);

        assertThat(story.shown()).isNull();
        assertThat(story.figures()).isNull();
        assertThat(story.waves()).isEmpty();
    }

    private ThemeStory story(Wave wave) {
        return stories.of(
                acme.workspace(),
                acme.program,
                SLOW,
                wave == null ? null : wave.id().value());
    }

    private List<UUID> said(Map<String, String> told) {
        return said(QuoteFilter.of(told));
    }

    private List<UUID> said(QuoteFilter filter) {
        return quotes.list(acme.workspace(), second, SLOW, filter, null, 20).items().stream()
                .map(Quote::response)
                .toList();
    }

    private List<Response> answers(Wave wave, String site, int... scores) {
        var given = new ArrayList<Response>();
        for (int score : scores) {
            String id = "P" + people++;
            var known = doors.contacts.register(
                    acme.workspace(), new NewContact(id, id, null, null, null, Map.of("site", site), null));
            given.add(acme.answer(wave, known.contact(), score, WORDS));
        }
        return given;
    }

    /** Lets the engine read, and forgets which themes it found. */
    private void read() {
        acme.awaitReadings();
        doors.jdbc
                .sql("delete from coding where workspace_id = :workspace")
                .param("workspace", acme.workspace().value())
                .update();
    }

    private void name(Response response, String theme, double probability, double sentiment, boolean human) {
        doors.jdbc
                .sql("""
                        insert into coding (workspace_id, response_id, response_version, codebook_version, theme_key,
                          probability, decided, span_start, span_end, sentiment, human)
                        values (:workspace, :response, :version, 1, :theme, :probability, true, 0, 15, :sentiment, :human)
                        """)
                .param("workspace", acme.workspace().value())
                .param("response", response.id().value())
                .param("version", response.version())
                .param("theme", theme)
                .param("probability", probability)
                .param("sentiment", sentiment)
                .param("human", human)
                .update();
    }

    private void change(String theme, String title) {
        doors.changes.make(acme.olga, acme.program.id(), new Changes.NewChange(theme, title, "You told us."));
    }
}
