package org.upturn.server.responses;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.contacts.Contact;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Client;
import org.upturn.server.house.Doors;
import org.upturn.server.house.Reply;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.invitations.Invited;
import org.upturn.server.kernel.Moment;
import org.upturn.server.surveys.Wave;

/** The personal link, over real HTTP. */
@UpturnTest
class AnswerPageTests {
    @Autowired
    Doors doors;

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
    void lookingNeverRecords() {
        String path = path(acme.ada);

        anybody.get(path).expect(200);
        anybody.get(path + "?score=9").expect(200);
        anybody.head(path + "?score=9").expect(200);
        anybody.get(path + "?thanks=1").expect(200);

        assertThat(given(acme.ada)).isEmpty();
    }

    @Test
    void theNumberPressedInTheMailIsShownAsChosen() {
        assertThat(anybody.get(path(acme.ada) + "?score=9").body()).containsPattern("value=\"9\"[^>]*checked");
    }

    @Test
    void sendingRecordsAndThanks() {
        Reply reply = send(acme.ada, "10", "Saves us hours every week.").expect(303);

        assertThat(given(acme.ada)).singleElement().satisfies(answer -> {
            assertThat(answer.score().value()).isEqualTo(10);
            assertThat(answer.verbatim()).isEqualTo("Saves us hours every week.");
            assertThat(answer.segments()).containsEntry("site", "North");
        });
        anybody.get(reply.header("Location")).expect(200);
    }

    @Test
    void theSameAnswerAgainIsStillOneAnswer() {
        send(acme.ada, "10", "Good.").expect(303);
        send(acme.ada, "10", "Good.").expect(303);

        assertThat(versions(acme.ada)).hasSize(1);
    }

    @Test
    void clickingTwiceAtOnceGivesOneAnswer() throws Exception {
        sendAtOnce(acme.dan, click -> "Nobody answers.");

        assertThat(versions(acme.dan)).hasSize(1);
        assertThat(doors.cases.ofContact(acme.workspace(), acme.dan.id())).hasSize(1);
    }

    @Test
    void differentAnswersSentAtOnceAreEachAVersion() throws Exception {
        sendAtOnce(acme.dan, click -> "Answer " + click);

        assertThat(versions(acme.dan)).hasSize(8);
        assertThat(given(acme.dan)).hasSize(1);
    }

    private void sendAtOnce(Contact person, IntFunction<String> why) throws Exception {
        String path = path(person);
        var ready = new CountDownLatch(1);
        try (var clicks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> sent = IntStream.range(0, 8)
                    .mapToObj(click -> clicks.submit(() -> {
                        ready.await();
                        return anybody.form(path, Map.of("score", "2", "why", why.apply(click)));
                    }))
                    .toList();
            ready.countDown();
            for (Future<Reply> one : sent) {
                one.get().expect(303);
            }
        }
    }

    @Test
    void anEditIsASecondVersionThatIsReadAgain() {
        send(acme.cleo, "3", "Support is slow and nobody calls back.").expect(303);
        acme.awaitReadings();
        send(acme.cleo, "4", "The invoice was wrong and too expensive.").expect(303);
        acme.awaitReadings();

        Response answer = given(acme.cleo).getFirst();
        assertThat(versions(acme.cleo)).extracting(AnswerVersion::version).containsExactly(1, 2);
        assertThat(versions(acme.cleo).getFirst().verbatim()).isEqualTo("Support is slow and nobody calls back.");
        assertThat(answer.version()).isEqualTo(2);
        assertThat(doors.jdbc
                        .sql(
                                "select response_version from reading where workspace_id = :workspace order by response_version")
                        .param("workspace", acme.workspace().value())
                        .query(Integer.class)
                        .list())
                .containsExactly(1, 2);
        assertThat(doors.readings.find(acme.workspace(), answer.id())).isPresent();
    }

    /** The reader finishes one version while the next one is stored; neither may wait for the other in a circle. */
    @Test
    void editingWhileBeingReadNeverFails() {
        String path = path(acme.dan);
        for (int i = 0; i < 60; i++) {
            anybody.form(
                            path,
                            Map.of(
                                    "score",
                                    "" + (i % 2 == 0 ? 2 : 8),
                                    "why",
                                    "Support is slow, for the " + i + "th time."))
                    .expect(303);
        }
        acme.awaitReadings();

        assertThat(versions(acme.dan)).hasSize(60);
        assertThat(doors.readings.find(
                        acme.workspace(), given(acme.dan).getFirst().id()))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"11", "", "abc", "９", "-1", "4.5", "1e1", " 9", "00"})
    void aScoreThatIsNoneIsRefusedWithTheFormAndTheWordsKept(String score) {
        Reply reply = send(acme.ben, score, "My words.");

        if (score.equals("00")) {
            // Two digits that make 0: odd, but it says 0.
            assertThat(reply.status()).isEqualTo(303);
            return;
        }
        reply.expect(422);
        assertThat(reply.body()).contains("Please choose a number from 0 to 10.", "My words.", "<form");
        assertThat(given(acme.ben)).isEmpty();
    }

    @Test
    void twentyThousandCharactersAreTakenAndOneMoreIsNot() {
        send(acme.ada, "9", "ü".repeat(20_001)).expect(422);
        assertThat(given(acme.ada)).isEmpty();

        send(acme.ada, "9", "ü".repeat(20_000)).expect(303);
        assertThat(given(acme.ada).getFirst().verbatim()).hasSize(20_000);
    }

    @Test
    void nulCharactersAreTakenOutAndTheRestIsKeptAsGiven() {
        send(acme.ada, "9", "Good\0 – \"really\" 👍\r\nYes.").expect(303);

        assertThat(given(acme.ada).getFirst().verbatim()).isEqualTo("Good – \"really\" 👍\r\nYes.");
    }

    @Test
    void aClosedWaveTakesNoAnswer() {
        Instant now = Instant.now();
        Wave closed = acme.wave("Q3", now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(2)));
        var invited = new AtomicReference<Invited>();
        Moment.at(now.minus(Duration.ofDays(5)), () -> invited.set(acme.invited(closed, acme.ada)));
        String path = doors.invitations
                .list(acme.workspace(), closed.id(), null, 1)
                .items()
                .getFirst()
                .path();

        assertThat(anybody.get(path).expect(200).body()).contains("has closed").doesNotContain("<form");
        assertThat(anybody.form(path, Map.of("score", "9", "why", ""))
                        .expect(409)
                        .body())
                .contains("has closed");
        assertThat(doors.responses.findByInvitation(invited.get())).isEmpty();
    }

    @Test
    void aWaveThatHasNotOpenedTakesNoAnswer() {
        Instant now = Instant.now();
        Wave later = acme.wave("Next", now.plus(Duration.ofDays(2)), now.plus(Duration.ofDays(9)));

        anybody.form(acme.invite(later, acme.ada).path(), Map.of("score", "9", "why", ""))
                .expect(409);
    }

    @Test
    void anUnknownLinkIsAPageThatGivesNoHint() {
        Reply known = anybody.get("/a/" + "x".repeat(27)).expect(404);
        Reply odd = anybody.get("/a/%20%3Cb%3E").expect(404);
        Reply sent = anybody.form("/a/unknown", Map.of("score", "9", "why", "")).expect(404);

        assertThat(known.body()).isEqualTo(odd.body()).isEqualTo(sent.body()).doesNotContain("Acme", "workspace");
    }

    @Test
    void anAnswerPageIsKeptNowhereAndNotIndexed() {
        Reply reply = anybody.get(path(acme.ada));

        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(reply.header("Set-Cookie")).isEmpty();
    }

    private String path(Contact contact) {
        return acme.invite(wave, contact).path();
    }

    private Reply send(Contact contact, String score, String why) {
        return anybody.form(path(contact), Map.of("score", score, "why", why));
    }

    private List<Response> given(Contact contact) {
        return doors.responses.ofContact(acme.workspace(), contact.id());
    }

    private List<AnswerVersion> versions(Contact contact) {
        return doors.responses.versions(
                acme.workspace(), given(contact).getFirst().id());
    }
}
