package org.upturn.server.corrections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.contacts.Contact;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Client;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.kernel.Moment;
import org.upturn.server.kernel.NetPromoterScore;
import org.upturn.server.kernel.Score;
import org.upturn.server.responses.Response;
import org.upturn.server.surveys.Wave;

/** The correction link, over real HTTP. */
@UpturnTest
class CorrectionLinkTests {
    @Autowired
    Doors doors;

    @Autowired
    Corrections corrections;

    @Autowired
    CorrectionRules rules;

    @Autowired
    CorrectionCourses courses;

    @Autowired
    CorrectionFigures figures;

    private Acme acme;
    private Wave wave;
    private Client anybody;

    @BeforeEach
    void openAWave() {
        acme = doors.acme();
        wave = acme.wave("Q4");
        anybody = doors.anybody();
    }

    @Test
    void lookingRecordsNothingAndTheLinkWorksOnce() {
        Response answer = acme.answer(wave, acme.dan, 2, "");
        Correction asked = ask(answer, Reason.MISSING_WHY);
        String path = corrections.path(asked.id());

        var page = anybody.get(path).expect(200);
        anybody.head(path).expect(200);
        anybody.get(path + "?lang=de&thanks=1").expect(200);
        assertThat(page.body().length()).isLessThan(30_000);
        assertThat(page.body())
                .as("asked once")
                .contains("What is the main reason")
                .doesNotContain("primary reason");
        assertThat(page.header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(state(answer)).isEqualTo(Correction.State.WAITING);
        anybody.form(path + "/opening", Map.of()).expect(204);
        assertThat(state(answer)).isEqualTo(Correction.State.OPENED);

        anybody.form(path, Map.of("why", "  ")).expect(422);
        String thanks = anybody.form(path, Map.of("why", "Too slow.", "score", "10"))
                .expect(303)
                .header("Location");
        assertThat(anybody.get(thanks).expect(200).body()).contains("Too slow.");
        Response now = doors.responses.find(acme.workspace(), answer.id());
        assertThat(now.score().value()).as("only what was asked for counts").isEqualTo(2);
        assertThat(anybody.get(path).expect(200).body())
                .contains("answered this already")
                .doesNotContain("Too slow.");
        anybody.form(path, Map.of("why", "Again.")).expect(409);
        assertThat(doors.responses.versions(acme.workspace(), answer.id())).hasSize(2);
    }

    @Test
    void sayingTheSameAgainUsesTheOneQuestionUpNeither() {
        Response answer = acme.answer(wave, acme.ben, 2, "n/a");
        String path = corrections.path(ask(answer, Reason.MISSING_WHY).id());

        assertThat(anybody.get(path).expect(200).body()).doesNotContain(">n/a</textarea>");
        assertThat(anybody.form(path, Map.of("why", " n/a ")).expect(422).body())
                .contains("a few more words than before");
        anybody.form(path, Map.of("why", "The export loses my notes.")).expect(303);

        assertThat(doors.responses.find(acme.workspace(), answer.id()).verbatim())
                .isEqualTo("The export loses my notes.");
    }

    @Test
    void aMachineThatWasCaughtOpensNothing() {
        Response answer = acme.answer(wave, acme.dan, 2, "");
        String path = corrections.path(ask(answer, Reason.MISSING_WHY).id());
        anybody.get(acme.invite(wave, acme.dan).path() + "/terms").expect(200);

        anybody.form(path + "/opening", Map.of()).expect(204);

        assertThat(state(answer)).isEqualTo(Correction.State.WAITING);
    }

    @Test
    void expiredTamperedAndForeignLinksEachSayWhat() {
        Response answer = acme.answer(wave, acme.dan, 2, "");
        Instant then = Instant.now().minus(Duration.ofDays(20));
        var late = new ArrayList<Correction>();
        Moment.at(then, () -> late.add(ask(answer, Reason.MISSING_WHY)));
        String expired = corrections.path(late.getFirst().id());

        assertThat(anybody.get(expired).expect(200).body()).contains("its time has run out");
        anybody.form(expired, Map.of("why", "Late.")).expect(409);
        String path = corrections.path(ask(answer, Reason.MISSING_WHY).id());
        String tampered = path.substring(0, path.length() - 1) + (path.endsWith("A") ? "B" : "A");
        assertThat(anybody.get(tampered).expect(404).body()).contains("This link does not work");
        anybody.form(tampered, Map.of("why", "Forged.")).expect(404);
        String answerToken = acme.invite(wave, acme.dan).path().substring("/a/".length());
        anybody.get("/c/" + answerToken).expect(404);
        anybody.get("/a/" + path.substring("/c/".length())).expect(404);
        anybody.form("/c/" + "x".repeat(300), Map.of("why", "x")).expect(404);
        assertThat(doors.responses.find(acme.workspace(), answer.id()).version())
                .isEqualTo(1);
        assertThat(doors.jdbc
                        .sql("""
                                select count(*)
                                from correction_link
                                where encode(token_hash, 'escape') like :token
                                """)
                        .param("token", "%" + path.substring(3) + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void takenBackAndSettledLinksAreOver() {
        Response answer = acme.answer(wave, acme.dan, 2, "");
        Correction first = ask(answer, Reason.MISSING_WHY);
        corrections.withdraw(acme.olga, answer.id(), first.id());
        assertThat(anybody.get(corrections.path(first.id())).expect(200).body()).contains("need not answer");
        Correction second = ask(answer, Reason.MISSING_WHY);

        doors.responses.answer(acme.invited(wave, acme.dan), new Score(2), "Too slow.");

        assertThat(state(answer)).isEqualTo(Correction.State.SETTLED);
        anybody.form(corrections.path(second.id()), Map.of("why", "x")).expect(409);
    }

    @Test
    void thirtyAtOnceGiveOneVersion() throws Exception {
        Response answer = acme.answer(wave, acme.dan, 2, "");
        String path = corrections.path(ask(answer, Reason.MISSING_WHY).id());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                String words = "Words " + i;
                all.add(() -> anybody.form(path, Map.of("why", words)).status());
            }
            var replies = new ArrayList<Integer>();
            for (var one : threads.invokeAll(all)) {
                replies.add(one.get());
            }
            assertThat(replies).containsOnly(303, 409).containsOnlyOnce(303);
        }
        assertThat(doors.responses.versions(acme.workspace(), answer.id())).hasSize(2);
    }

    @Test
    void twoServersAskOnce() throws Exception {
        rules.turnOn(acme.olga, acme.program.id(), RuleKind.ANY_WHY, Duration.ZERO, 14);
        Response answer = acme.answer(wave, acme.dan, 8, "");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(() -> rules.askDue(acme.workspace(), acme.program.id(), RuleKind.ANY_WHY));
            }
            threads.invokeAll(all);
        }
        assertThat(corrections.ofResponse(acme.workspace(), answer.id())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "10,'This is awful. Nothing works, I hate it and I will leave.'",
        "0,'Excellent, I love it. Wonderful support, the best ever!'"
    })
    void contradictionsAreFound(int score, String words) {
        rules.turnOn(acme.olga, acme.program.id(), RuleKind.CONTRADICTION, Duration.ZERO, 14);
        Response odd = acme.answer(wave, acme.dan, score, words);
        Response even = acme.answer(wave, acme.ada, score == 10 ? 10 : 0, score == 10 ? "I love it." : "Awful.");
        acme.awaitReadings();
        Moment.at(
                Instant.now().plusSeconds(60),
                () -> rules.askDue(acme.workspace(), acme.program.id(), RuleKind.CONTRADICTION));

        Correction asked = corrections.ofResponse(acme.workspace(), odd.id()).getFirst();
        assertThat(corrections.ofResponse(acme.workspace(), even.id())).isEmpty();
        String path = corrections.path(asked.id());
        anybody.form(path, Map.of("score", String.valueOf(10 - score), "why", words))
                .expect(303);
        assertThat(doors.responses.find(acme.workspace(), odd.id()).score().value())
                .isEqualTo(10 - score);
    }

    /** As corrected equals the counts over the latest versions, and as first answered those over the first, whatever happens. */
    @Test
    void bothCountsAreThoseOfTheirVersions() {
        var random = new Random(7);
        NetPromoterScore first = NetPromoterScore.NONE;
        NetPromoterScore last = NetPromoterScore.NONE;
        int asked = 0;
        int changed = 0;
        for (int i = 0; i < 40; i++) {
            Contact person = acme.contact("P" + i);
            Score begun = new Score(random.nextInt(11));
            Score ended = begun;
            Response answer = acme.answer(wave, person, begun.value(), "Words.");
            if (random.nextInt(3) == 0) {
                ended = new Score(random.nextInt(11));
                Correction one = corrections.ask(
                        acme.olga, answer.id(), new Request(Reason.QUESTION, "score", "Really?", false, null));
                anybody.form(corrections.path(one.id()), Map.of("score", "" + ended.value()))
                        .expect(303);
                asked += ended.equals(begun) ? 0 : 1;
                changed += ended.equals(begun) ? 0 : 1;
            } else if (random.nextInt(4) == 0) {
                ended = new Score((begun.value() + 1) % 11);
                acme.answer(wave, person, ended.value(), "Words.");
                changed++;
            }
            first = first.plus(begun);
            last = last.plus(ended);
        }

        BasisFigures both = figures.ofWave(acme.workspace(), wave.id());
        assertThat(both.first()).isEqualTo(first);
        assertThat(both.corrected()).isEqualTo(last);
        assertThat(both.asked()).isEqualTo(asked);
        assertThat(both.changed()).isEqualTo(changed);
        long moved = both.moves().stream().mapToLong(BasisFigures.Move::people).sum();
        assertThat(moved).isLessThanOrEqualTo(changed);
        String path = "/api/v1/programs/" + acme.program.id().value() + "/waves/"
                + wave.id().value();
        assertThat(acme.api()
                        .get(path + "?basis=first")
                        .json()
                        .at("/nps/promoters")
                        .asLong())
                .isEqualTo(first.promoters());
        assertThat(acme.api().get(path).json().at("/nps/promoters").asLong()).isEqualTo(last.promoters());
        acme.browser().get("/waves/" + wave.id().value() + "/corrections").expect(200);
    }

    @Test
    void whatHasRunOutIsNoted() {
        Response answer = acme.answer(wave, acme.dan, 2, "");
        ask(answer, Reason.MISSING_WHY);
        courses.expire(Instant.now().plus(Duration.ofDays(13)));
        assertThat(outcome(answer)).isNull();

        courses.expire(acme.workspace(), answer.id(), Instant.now().plus(Duration.ofDays(15)));

        assertThat(outcome(answer)).isEqualTo("expired");
    }

    @Test
    void theTeamAsksFromItsPages() {
        Response answer = acme.answer(wave, acme.dan, 2, "");
        String page = "/responses/" + answer.id().value() + "/corrections";
        var browser = acme.browser();
        assertThat(browser.get(page + "/new?reason=question&question=score&words=Really%3F&days=3")
                        .expect(200)
                        .body())
                .contains("Really?");
        browser.post(page, Map.of("reason", "nothing", "by", "link")).expect(200);
        browser.post(page, Map.of("reason", "missing-why", "by", "link", "words", "Why 2?"))
                .expect(303);
        assertThat(browser.get(page).expect(200).body()).contains("Why 2?", "/c/", "asked by Olga Brandt");
        assertThat(anybody.get(corrections.path(corrections
                                .ofResponse(acme.workspace(), answer.id())
                                .getFirst()
                                .id()))
                        .body())
                .contains("Why 2?");
        String rulesPage = "/programs/" + acme.program.id().value() + "/corrections";
        browser.post(rulesPage, Map.of("kind", "detractor-why", "say", "on", "hours", "1.5", "days", "7"))
                .expect(303);
        assertThat(browser.get(rulesPage).expect(200).body()).contains("value=\"1.5\"", "on since");
        browser.post(rulesPage, Map.of("kind", "detractor-why", "say", "off")).expect(303);
        assertThat(rules.ofProgram(acme.workspace(), acme.program.id())).isEmpty();
        browser.get("/contacts/" + acme.dan.id().value() + "/corrections").expect(200);
    }

    private Correction ask(Response answer, Reason reason) {
        return corrections.ask(acme.olga, answer.id(), CorrectionMailTests.request(reason, false));
    }

    private Correction.State state(Response answer) {
        return corrections.ofResponse(acme.workspace(), answer.id()).getFirst().state(Instant.now());
    }

    private String outcome(Response answer) {
        return corrections
                .ofResponse(acme.workspace(), answer.id())
                .getFirst()
                .course()
                .outcome();
    }
}
