package org.upturn.server.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.engine.Theme;
import org.upturn.server.contacts.NewContact;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.kernel.Problem;
import org.upturn.server.responses.Response;
import org.upturn.server.surveys.Wave;
import org.upturn.server.verbatims.codebook.Draft;
import org.upturn.server.verbatims.codebook.Drafts;
import org.upturn.server.verbatims.history.GoingLive;
import org.upturn.server.verbatims.review.Verdicts;

/** What a search finds among what Acme's people said. */
@UpturnTest
class SearchTests {
    @Autowired
    Doors doors;

    @Autowired
    Searches searches;

    @Autowired
    Drafts drafts;

    @Autowired
    Verdicts verdicts;

    @Autowired
    GoingLive goingLive;

    private Acme acme;
    private Wave first;
    private Wave second;
    private Response cleo;

    @BeforeEach
    void letEverybodyAnswer() {
        acme = doors.acme();
        first = acme.wave("Q3", 90);
        second = acme.wave("Q4");
        acme.answer(first, acme.dan, 4, "Support took three days to answer my e-mail.");
        acme.answer(second, acme.ada, 10, "Everything works. The support is quick and kind!");
        acme.answer(second, acme.ben, 7, "The café was nice, the supports of my desk don’t hold.");
        cleo = acme.answer(second, acme.cleo, 2, "Your support is slow—very slow.Nobody answers the phone.");
        acme.answer(second, acme.dan, 3, "I am leaving: the price went up and up.");
        acme.answer(second, acme.eve, 6, "");
        acme.awaitReadings();
    }

    @Test
    void findsWordsInEveryFormAndWithoutTheirAccents() {
        assertThat(who("support")).containsExactly("Cleo", "Ben", "Ada", "Dan");
        assertThat(who("SUPPORTS answering")).containsExactly("Cleo", "Dan");
        assertThat(who("cafe")).containsExactly("Ben");
        assertThat(who("CAFÉ")).containsExactly("Ben");
        assertThat(who("nobody")).containsExactly("Cleo");
        assertThat(who("don't")).containsExactly("Ben");
        assertThat(who("e-mail")).containsExactly("Dan");
        assertThat(who("emailing")).isEmpty();
    }

    @Test
    void knowsPhrasesNegationAndEither() {
        assertThat(who("\"support is slow\"")).containsExactly("Cleo");
        assertThat(who("\"slow support\"")).isEmpty();
        assertThat(who("support -slow")).containsExactly("Ben", "Ada", "Dan");
        assertThat(who("price or phone")).containsExactly("Dan", "Cleo");
        assertThat(who("-support")).containsExactly("Dan");
        assertThat(who("support -\"very slow\" -desk")).containsExactly("Ada", "Dan");
    }

    @Test
    void stopWordsAreWordsToo() {
        assertThat(who("\"the price went up\"")).containsExactly("Dan");
        assertThat(who("the")).containsExactly("Dan", "Cleo", "Ben", "Ada");
        assertThat(who("i am")).containsExactly("Dan");
    }

    @Test
    void marksWhatWasLookedForWhereItStands() {
        assertThat(marked("slow")).containsExactly("slow", "slow");
        assertThat(marked("supported \"nobody answers the phone\" -price"))
                .containsExactly("support", "Nobody answers the phone");
        Hit hit = find(Map.of("q", "slow")).slice().items().getFirst();
        assertThat(String.join("", hit.pieces().stream().map(Hit.Piece::text).toList()))
                .isEqualTo(cleo.verbatim());
    }

    @Test
    void filtersByAllThatIsChosenTogether() {
        assertThat(who(Map.of("wave", first.id().value().toString()))).containsExactly("Dan");
        assertThat(who(Map.of("group", "detractor", "q", "support"))).containsExactly("Cleo", "Dan");
        assertThat(who(Map.of("least", "3", "most", "7"))).containsExactly("Dan", "Ben", "Dan");
        assertThat(who(Map.of("segment", "site=North", "group", "promoter"))).containsExactly("Ada");
        assertThat(who(Map.of("segment", "site=South"))).isEmpty();
        assertThat(who(Map.of("sentiment", "positive"))).contains("Ada").doesNotContain("Cleo");
        assertThat(who(Map.of("sentiment", "negative"))).contains("Cleo").doesNotContain("Ada");
        assertThat(who(Map.of("silent", "true"))).doesNotContain("Cleo");
        assertThat(who(Map.of("silent", "false"))).contains("Cleo");
        assertThat(who(Map.of("language", "en", "q", "slow"))).containsExactly("Cleo");
        assertThat(who(Map.of("language", "fi", "q", "slow"))).isEmpty();
    }

    @Test
    void filtersByATheme() {
        Hit hit = find(Map.of("q", "slow")).slice().items().getFirst();
        String theme = hit.reading().themes().getFirst().theme();

        assertThat(who(Map.of("theme", theme))).contains("Cleo").doesNotContain("Eve");
        assertThat(who(Map.of("theme", "no-such-theme"))).isEmpty();
    }

    @Test
    void afterANewCodebookVersionSearchGoesByItAndAMergedThemeIsItsHeir() {
        long alike = searches.alike(acme.workspace(), cleo.id()).size();
        Hit hit = find(Map.of("q", "slow")).slice().items().getFirst();
        String theme = hit.reading().themes().getFirst().theme();
        var program = acme.program.id();
        String heir = Stream.of("hard-to-reach", "slow-response")
                .filter(one -> !one.equals(theme))
                .findFirst()
                .orElseThrow();
        String seen = Draft.seen(drafts.find(acme.workspace(), program)
                .theme(theme)
                .map(Theme.class::cast)
                .orElseThrow());

        verdicts.give(acme.olga, hit.response(), theme, true);
        drafts.merge(acme.olga, program, theme, seen, heir);
        goingLive.begin(acme.olga, program, null, null);

        assertThat(doors.jdbc
                        .sql("""
                                select count(*) from reading
                                where workspace_id = :workspace and codebook_version = 2 and meaning is not null
                                """)
                        .param("workspace", acme.workspace().value())
                        .query(Long.class)
                        .single())
                .as("a re-read writes the meaning too")
                .isEqualTo(5);
        assertThat(who(Map.of("theme", heir, "q", "slow"))).containsExactly("Cleo");
        assertThat(who(Map.of("theme", theme, "q", "slow"))).containsExactly("Cleo");
        assertThat(searches.present(acme.workspace(), program, Search.of(Map.of("theme", theme)))
                        .theme())
                .isEqualTo(heir);
        assertThat(find(Map.of()).all())
                .as("each verbatim once, in whatever versions it was read")
                .isEqualTo(5);
        assertThat(searches.alike(acme.workspace(), cleo.id())).hasSize((int) alike);
    }

    @Test
    void onlyTheLatestVersionCounts() {
        acme.answer(second, acme.cleo, 2, "Never mind the telephone.");

        assertThat(who("slow")).isEmpty();
        assertThat(who("telephone")).containsExactly("Cleo");
    }

    @Test
    void theBestMatchComesFirstWhenAskedFor() {
        assertThat(who(Map.of("q", "up or slow", "order", "relevant"))).containsExactlyInAnyOrder("Dan", "Cleo");
        assertThat(who(Map.of("q", "support or slow", "order", "relevant"))).startsWith("Cleo");
    }

    @Test
    void pagesByKeyInEitherOrderWithoutLossOrRepetition() {
        for (String order : List.of("newest", "relevant")) {
            var search = Search.of(Map.of("q", "the or support", "order", order));
            var seen = new ArrayList<UUID>();
            UUID after = null;
            do {
                Hits hits = searches.find(acme.workspace(), acme.program.id(), search, after, 2);
                assertThat(hits.all()).isEqualTo(5);
                hits.slice().items().forEach(hit -> seen.add(hit.response().id().value()));
                after = hits.slice().next();
            } while (after != null);

            assertThat(seen).as(order).hasSize(5).doesNotHaveDuplicates();
        }
    }

    @Test
    void whereMoreFitThanAreCountedPagesGoOnAllTheSame() {
        fill(Hits.MOST_COUNTED + 10);
        for (String order : List.of("newest", "relevant")) {
            var search = Search.of(Map.of("q", "alike", "order", order));
            Hits hits = searches.find(acme.workspace(), acme.program.id(), search, null, 100);
            UUID next = hits.slice().next();
            Hits more = searches.find(acme.workspace(), acme.program.id(), search, next, 100);

            assertThat(hits.isMore()).isTrue();
            assertThat(hits.counted()).isEqualTo(Hits.MOST_COUNTED);
            assertThat(more.slice().items()).hasSize(100);
            assertThat(more.slice().items())
                    .extracting(hit -> hit.response().id())
                    .doesNotContainAnyElementsOf(hits.slice().items().stream()
                            .map(hit -> hit.response().id())
                            .toList());
        }
    }

    /** Answers of so many people, put into the tables at once. */
    private void fill(int people) {
        doors.jdbc
                .sql("""
                        with person as (
                          insert into contact (workspace_id, id, external_id, name, known_since, created_at, updated_at)
                          select workspace_id, uuidv7(), 'P' || number, 'Person ' || number, known_since, created_at, updated_at
                          from contact
                          cross join generate_series(1, :people) as number
                          where workspace_id = :workspace
                            and id = :ada
                          returning workspace_id, id
                        ), answer as (
                          insert into response (workspace_id, id, program_id, wave_id, contact_id, survey_id, version, score,
                            answered_at, changed_at, segments)
                          select response.workspace_id, uuidv7(), response.program_id, response.wave_id, person.id,
                            response.survey_id, 1, 8, response.answered_at, response.answered_at, response.segments
                          from response
                          join person on person.workspace_id = response.workspace_id
                          where response.workspace_id = :workspace
                            and response.id = :like
                          returning workspace_id, id, survey_id, answered_at
                        )
                        insert into response_version (workspace_id, response_id, version, score, verbatim, survey_id, language,
                          answers, sent, answered_at)
                        select workspace_id, id, 1, 8, 'All of these are alike.', survey_id, 'en', '{}', true, answered_at
                        from answer
                        """)
                .param("workspace", acme.workspace().value())
                .param("ada", acme.ada.id().value())
                .param("like", cleo.id().value())
                .param("people", people)
                .update();
    }

    @Test
    void whateverIsTypedIsNeverAnError() {
        for (String weird : List.of(
                "-",
                "\"",
                "\"slow",
                "the",
                "\0",
                "slow\0",
                "' or 1=1 --",
                "a:*b",
                "!!!",
                "<b>",
                "%",
                "\\",
                "(",
                "&&",
                "😀",
                "or",
                "x".repeat(500),
                "- - -",
                "日本語",
                "हिन्दी",
                "\ud800")) {
            assertThat(find(Map.of("q", weird)).all()).as(weird).isNotNegative();
        }
        assertThatThrownBy(() -> Search.of(Map.of("q", "x".repeat(501)))).isInstanceOf(Problem.class);
    }

    @Test
    void anotherWorkspaceFindsNothingOfIt() {
        Acme other = doors.acme();

        assertThat(searches.find(other.workspace(), other.program.id(), Search.of(Map.of()), null, 50)
                        .all())
                .isZero();
        assertThatThrownBy(() -> searches.alike(other.workspace(), cleo.id())).isInstanceOf(Problem.class);
    }

    @Test
    void findsWhatMeansNearlyTheSame() {
        Wave third = acme.wave("Q5");
        acme.answer(third, acme.ada, 3, "The helpdesk needs ages and you wait for hours on the line.");
        acme.awaitReadings();

        List<Hit> alike = searches.alike(acme.workspace(), cleo.id());

        assertThat(alike).extracting(hit -> hit.response().id()).doesNotContain(cleo.id());
        assertThat(alike.getFirst().response().verbatim()).containsIgnoringCase("support");
        assertThat(alike).extracting(hit -> hit.contact().name()).doesNotContain("Eve");
        assertThat(alike).isSortedAccordingTo((a, b) -> Double.compare(b.likeness(), a.likeness()));
    }

    @Test
    void aVerbatimReadMeanwhileIsAmongThoseAlike() {
        searches.alike(acme.workspace(), cleo.id());
        var fay = doors.contacts
                .register(acme.workspace(), new NewContact("Fay", "Fay", null, null, null, Map.of(), null))
                .contact();
        acme.answer(second, fay, 1, "Support is very slow and nobody answers the phone.");
        acme.awaitReadings();

        assertThat(searches.alike(acme.workspace(), cleo.id())
                        .getFirst()
                        .contact()
                        .name())
                .isEqualTo("Fay");
        acme.answer(second, fay, 9, "Lovely garden.");
        acme.awaitReadings();
        assertThat(searches.alike(acme.workspace(), cleo.id()))
                .extracting(hit -> hit.contact().name())
                .doesNotContain("Fay");
    }

    @Test
    void nothingIsAlikeToAnAnswerWithoutWords() {
        Response eve =
                doors.responses.findByInvitation(acme.invited(second, acme.eve)).orElseThrow();

        assertThat(searches.alike(acme.workspace(), eve.id())).isEmpty();
    }

    @Test
    void theQueryOfASearchMakesTheSameSearchAgain() {
        var told = Map.of(
                "q", "\"on hold\" -price & more", "least", "2", "segment", "site=North West", "order", "relevant");

        assertThat(Search.of(Search.of(told).parameters())).isEqualTo(Search.of(told));
        assertThat(Search.of(told).query())
                .isEqualTo("q=%22on+hold%22+-price+%26+more&least=2&segment=site%3DNorth+West&order=relevant");
    }

    @Test
    void aValueThatCannotBeOneSaysWhatCan() {
        for (var wrong : Map.of(
                        "group", "fans", "least", "11", "most", "x", "silent", "perhaps", "wave", "Q4", "segment",
                        "North")
                .entrySet()) {
            assertThatThrownBy(() -> Search.of(Map.of(wrong.getKey(), wrong.getValue())))
                    .as(wrong.getKey())
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.field()).isEqualTo(wrong.getKey()));
        }
    }

    private Hits find(Map<String, String> told) {
        return searches.find(acme.workspace(), acme.program.id(), Search.of(told), null, 50);
    }

    private List<String> who(String words) {
        return who(Map.of("q", words));
    }

    /** Who said it, in the order of the hits. */
    private List<String> who(Map<String, String> told) {
        return find(told).slice().items().stream()
                .map(hit -> hit.contact().name())
                .toList();
    }

    private List<String> marked(String words) {
        return find(Map.of("q", words)).slice().items().getFirst().pieces().stream()
                .filter(Hit.Piece::marked)
                .map(Hit.Piece::text)
                .toList();
    }
}
