package org.upturn.server.responses;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.contacts.Contact;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Client;
import org.upturn.server.house.Doors;
import org.upturn.server.house.Reply;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.kernel.Moment;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.questions.Condition;
import org.upturn.server.surveys.questions.Kind;
import org.upturn.server.surveys.questions.Question;
import org.upturn.server.surveys.questions.Questionnaire;

/** Further questions, languages, and what people begin and do not send, over real HTTP. */
@UpturnTest
class AnswerDraftTests {
    @Autowired
    Doors doors;

    private Acme acme;
    private Wave wave;
    private Client anybody;

    @BeforeEach
    void aWaveWithABranch() {
        acme = doors.acme();
        anybody = doors.anybody();
        var yes = new Condition(null, Map.of("call", List.of("yes")), null, null, null);
        var detractors = new Condition(List.of("detractor"), null, null, null, null);
        var words = Map.of(
                "product", "us",
                "score", "How likely are you to recommend {product}?",
                "why", "Why?",
                "q.call", "May we call you?",
                "q.call.o.yes", "Yes, please",
                "q.call.o.no", "No, thanks",
                "q.when", "When?",
                "thanks.detractor", "We call on Monday.");
        doors.surveyDrafts.save(
                acme.olga,
                acme.program.id(),
                new Questionnaire(
                        List.of("en", "ar"),
                        List.of(
                                new Question("call", Kind.ONE, List.of("yes", "no"), null, detractors),
                                new Question("when", Kind.TEXT, null, null, yes)),
                        null,
                        Map.of("en", words, "ar", Map.of("why", "ما السبب؟", "q.call.o.yes", "نعم"))),
                null);
        doors.surveyDrafts.publish(acme.olga, acme.program.id(), "", false);
        wave = acme.wave("Q4");
    }

    @Test
    void withoutJavaScriptFurtherQuestionsComeOnPagesOfTheirOwn() {
        String path = path(acme.dan);
        Reply second = anybody.form(path, Map.of("score", "2", "why", "Slow.")).expect(200);
        assertThat(second.body()).contains("May we call you?").doesNotContain("When?");
        assertThat(given(acme.dan)).isEmpty();

        assertThat(second.body()).contains("not sent yet");
        var fields = new HashMap<>(Map.of("score", "2", "why", "Slow.", "second", "1", "asked", "call"));
        fields.put("q.call", "yes");
        Reply third = anybody.form(path, fields).expect(200);
        assertThat(third.body()).contains("When?");
        assertThat(third.body()).contains("name=\"asked\" value=\"call\"", "name=\"q.call\" value=\"yes\"");
        assertThat(anybody.form(path, Map.of("score", "2", "why", "Slow.")).body())
                .as("who begins anew finds what was chosen on the second page")
                .containsPattern("value=\"yes\"[^>]*checked");
        anybody.send(
                        "POST",
                        path,
                        Map.of("Content-Type", "application/x-www-form-urlencoded"),
                        java.net.http.HttpRequest.BodyPublishers.ofString(
                                "score=2&why=Slow.&second=1&asked=call&asked=when&q.call=yes&q.when=Mornings"))
                .expect(303);

        assertThat(given(acme.dan)).singleElement().satisfies(answer -> {
            assertThat(answer.answers()).isEqualTo(Map.of("call", List.of("yes"), "when", List.of("Mornings")));
            assertThat(answer.language()).isEqualTo("en");
            assertThat(answer.version()).isEqualTo(1);
        });
        assertThat(anybody.get(path + "?thanks=1").body()).contains("We call on Monday.");
        assertThat(doors.answerDrafts.find(acme.invited(wave, acme.dan))).isEmpty();
    }

    @Test
    void whoIsNotMeantIsNotAsked() {
        anybody.form(path(acme.ada), Map.of("score", "10", "why", "Good.", "q.call", "yes"))
                .expect(303);

        assertThat(given(acme.ada).getFirst().answers()).isEmpty();
    }

    @Test
    void theBrowsersLanguageIsSpokenAndKeptWithTheAnswer() {
        String path = path(acme.ada);
        Reply page = anybody.send(
                "GET",
                path,
                Map.of("Accept-Language", "ar,en;q=0.5"),
                java.net.http.HttpRequest.BodyPublishers.noBody());

        assertThat(page.body())
                .contains("lang=\"ar\" dir=\"rtl\"", "ما السبب؟", "How likely are you to recommend us?", "English");
        anybody.form(path, Map.of("score", "9", "why", "ممتاز", "lang", "ar")).expect(303);
        assertThat(given(acme.ada).getFirst().language()).isEqualTo("ar");
        assertThat(anybody.get(path).body()).contains("lang=\"ar\"");
        assertThat(anybody.get(path + "?lang=en").body()).contains("lang=\"en\" dir=\"ltr\"");
    }

    @Test
    void whatAPersonChoseIsProvisionalAndCountsHalfAnHourLater() {
        begin(acme.dan, Map.of("score", "3", "why", "Too sl", "seen", "1")).expect(204);

        assertThat(given(acme.dan)).isEmpty();
        assertThat(doors.answerDrafts.provisional(acme.workspace(), wave.id())).hasSize(1);
        assertThat(acme.browser()
                        .get("/waves/" + wave.id().value() + "/provisional")
                        .body())
                .contains("Dan", "Begun, not sent");
        assertThat(acme.browser().get("/contacts/" + acme.dan.id().value()).body())
                .contains("Begun, not sent: 3");
        assertThat(anybody.get(path(acme.dan)).body())
                .contains("Too sl", "what you had begun")
                .containsPattern("value=\"3\"[^>]*checked");
        count(Duration.ofMinutes(29));
        assertThat(given(acme.dan)).isEmpty();
        count(Duration.ofMinutes(31));

        assertThat(given(acme.dan)).singleElement().satisfies(answer -> {
            assertThat(answer.score().value()).isEqualTo(3);
            assertThat(answer.verbatim()).isEqualTo("Too sl");
            assertThat(doors.responses
                            .versions(acme.workspace(), answer.id())
                            .getFirst()
                            .sent())
                    .isFalse();
        });
        assertThat(doors.cases.ofContact(acme.workspace(), acme.dan.id())).hasSize(1);
        assertThat(doors.answerDrafts.provisional(acme.workspace(), wave.id())).isEmpty();
    }

    @Test
    void withoutASignOfAPersonNothingEverCounts() {
        begin(acme.dan, Map.of("score", "3", "why", "")).expect(204);
        count(Duration.ofDays(2));

        assertThat(given(acme.dan)).isEmpty();
        assertThat(doors.answerDrafts.provisional(acme.workspace(), wave.id())).isEmpty();
    }

    @Test
    void wordsWithoutAScoreAreKeptAndDoNotCount() {
        begin(acme.dan, Map.of("why", "Half a thought", "seen", "1")).expect(204);
        count(Duration.ofDays(2));

        assertThat(given(acme.dan)).isEmpty();
        assertThat(anybody.get(path(acme.dan)).body()).contains("Half a thought");
    }

    @Test
    void sendingEndsTheDraftAndALateMessageBringsNoneBack() {
        begin(acme.ada, Map.of("score", "9", "why", "Goo", "seen", "1")).expect(204);
        anybody.form(path(acme.ada), Map.of("score", "9", "why", "Good.")).expect(303);
        begin(acme.ada, Map.of("score", "9", "why", "Good.", "seen", "1")).expect(204);

        assertThat(doors.answerDrafts.find(acme.invited(wave, acme.ada))).isEmpty();
    }

    @Test
    void whatWasSentStandsUntilTheyAreSentAnother() {
        anybody.form(path(acme.ada), Map.of("score", "9", "why", "Good.")).expect(303);
        begin(acme.ada, Map.of("score", "1", "why", "", "seen", "1")).expect(204);
        assertThat(doors.answerDrafts.provisional(acme.workspace(), wave.id())).isEmpty();
        count(Duration.ofHours(3));

        assertThat(given(acme.ada).getFirst().score().value()).isEqualTo(9);
    }

    @Test
    void whatCountedByItselfAndIsThenSentStandsAsSent() {
        begin(acme.dan, Map.of("score", "8", "why", "Fine.", "seen", "1")).expect(204);
        count(Duration.ofMinutes(31));
        anybody.form(path(acme.dan), Map.of("score", "8", "why", "Fine.")).expect(303);
        begin(acme.dan, Map.of("score", "1", "why", "", "seen", "1")).expect(204);
        count(Duration.ofHours(3));

        assertThat(given(acme.dan).getFirst().score().value()).isEqualTo(8);
        assertThat(doors.responses.versions(
                        acme.workspace(), given(acme.dan).getFirst().id()))
                .singleElement()
                .satisfies(one -> assertThat(one.sent()).isTrue());
    }

    @Test
    void nothingIsKeptForAForgedLinkOrAClosedWave() {
        String path = path(acme.dan);
        anybody.form("/a/unknown/draft", Map.of("score", "3", "seen", "1")).expect(404);
        doors.surveys.close(acme.olga, wave.id());

        anybody.form(path + "/draft", Map.of("score", "3", "seen", "1")).expect(409);
    }

    @Test
    void theTeamSeesFurtherAnswersCountedAndOnThePerson() {
        anybody.send(
                        "POST",
                        path(acme.dan),
                        Map.of("Content-Type", "application/x-www-form-urlencoded"),
                        java.net.http.HttpRequest.BodyPublishers.ofString(
                                "score=2&why=&asked=call&asked=when&q.call=yes&q.when=Mornings"))
                .expect(303);
        anybody.form(path(acme.eve), Map.of("score", "4", "why", "", "asked", "call", "q.call", "no"))
                .expect(303);

        assertThat(acme.browser()
                        .get("/waves/" + wave.id().value() + "/answers")
                        .body())
                .contains("May we call you?", "2 answers", "Yes, please", "Mornings");
        var answer = given(acme.dan).getFirst();
        assertThat(acme.browser().get("/contacts/" + acme.dan.id().value()).body())
                .contains("May we call you?", "Yes, please");
        assertThat(acme.browser()
                        .get("/cases/" + acme.caseOf(answer).id().value())
                        .body())
                .contains("Yes, please");
        assertThat(acme.browser().get("/verbatims/" + answer.id().value()).body())
                .contains("Yes, please");
        assertThat(acme.api()
                        .get("/api/v1/responses/" + answer.id().value())
                        .json()
                        .at("/answers/call/0")
                        .asString())
                .isEqualTo("yes");
    }

    /** As if the worker looked so much later. */
    private void count(Duration later) {
        Moment.at(Instant.now().plus(later), () -> doors.answerDrafts.due().forEach(doors.answerDrafts::count));
    }

    private Reply begin(Contact contact, Map<String, String> fields) {
        return anybody.form(path(contact) + "/draft", fields);
    }

    private String path(Contact contact) {
        return acme.invite(wave, contact).path();
    }

    private List<Response> given(Contact contact) {
        return doors.responses.ofContact(acme.workspace(), contact.id());
    }
}
