package org.upturn.server.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.Reply;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.invitations.Channel;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.Wave;

/** What a kiosk kept and sends, over real HTTP. */
@UpturnTest
class KioskTests {
    @Autowired
    Doors doors;

    private Acme acme;
    private Wave wave;
    private Collector kiosk;

    @BeforeEach
    void aKiosk() {
        acme = doors.acme();
        wave = acme.wave("Q4", 10);
        kiosk = doors.collectors.make(
                acme.olga,
                acme.program.id(),
                CollectorKind.KIOSK,
                new Collectors.Told("Front desk", null, CollectorSettings.STANDARD));
    }

    @Test
    void whatWasKeptIsStoredOnceWithTheTimeItWasGivenAt() {
        Instant then = Instant.now().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.MILLIS);
        var first = kept(2, then, null);
        var second = kept(9, then.plusSeconds(60), "eva@example.org");
        for (int i = 0; i < 3; i++) {
            Reply sent = send(first, second).expect(200);
            assertThat(sent.json().at("/items/0/refused").isNull()).isTrue();
        }
        assertThat(responses())
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.channel()).isEqualTo(Channel.KIOSK));
        assertThat(responses()).extracting(Response::answeredAt).contains(then);
        Response low = responses().stream()
                .filter(one -> one.score().value() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(acme.caseOf(low).openedAt()).isEqualTo(then);
        assertThat(doors.contacts.find(acme.workspace(), low.contact()).isNameless())
                .isTrue();
        Response high = responses().stream()
                .filter(one -> one.score().value() == 9)
                .findFirst()
                .orElseThrow();
        assertThat(doors.contacts.find(acme.workspace(), high.contact()).email())
                .isEqualTo("eva@example.org");
    }

    @Test
    void anAnswerOfAWaveThatClosedMeanwhileStillBelongsToIt() {
        Instant then = Instant.now().minus(Duration.ofHours(2));
        doors.surveys.close(acme.olga, wave.id());
        send(kept(7, then, null)).expect(200);
        assertThat(responses()).hasSize(1);
    }

    @Test
    void oneThatCannotBeTakenDoesNotStopTheOthersAndSaysWhy() {
        Reply sent = send(
                        kept(12, Instant.now(), null),
                        kept(8, Instant.now().minus(Duration.ofDays(300)), null),
                        kept(8, Instant.now().plus(Duration.ofDays(3)), null),
                        kept(8, Instant.now(), "no address"),
                        kept(8, null, null))
                .expect(200);
        assertThat(sent.json().at("/items/0/refused").asString()).contains("0 to 10");
        assertThat(sent.json().at("/items/1/refused").asString()).contains("No wave");
        assertThat(sent.json().at("/items/2/refused").asString()).contains("fast");
        assertThat(sent.json().at("/items/3/refused").asString()).contains("e-mail");
        assertThat(sent.json().at("/items/4/refused").isNull()).isTrue();
        assertThat(responses()).hasSize(1);
    }

    @Test
    void aForeignOrOverfullBagIsRefused() {
        doors.anybody().post("/k/nothing/answers", Map.of("answers", List.of())).expect(404);
        doors.anybody().get("/k/nothing").expect(404);
        doors.anybody().get("/k/nothing/worker.js").expect(404);
        var many = java.util.stream.IntStream.range(0, 51)
                .mapToObj(i -> kept(5, null, null))
                .toList();
        doors.anybody().post(kiosk.path() + "/answers", Map.of("answers", many)).expect(413);
        assertThat(doors.anybody().get(kiosk.path() + "/worker.js").expect(200).header("Service-Worker-Allowed"))
                .isEqualTo(kiosk.path());
        doors.anybody().post(kiosk.path() + "/answers", "{\"answers\": [null]}").expect(413);
        var scoreless = new HashMap<>(kept(1, null, null));
        scoreless.remove("score");
        assertThat(send(scoreless).expect(200).json().at("/items/0/refused").asString())
                .contains("0 to 10");
        assertThat(responses()).isEmpty();
    }

    @SafeVarargs
    private Reply send(Map<String, Object>... answers) {
        return doors.anybody().post(kiosk.path() + "/answers", Map.of("answers", List.of(answers)));
    }

    private static Map<String, Object> kept(int score, Instant at, String email) {
        var one = new HashMap<String, Object>();
        one.put("key", UUID.randomUUID());
        one.put("score", score);
        one.put("why", "As it was.");
        one.put("at", at == null ? null : at.toString());
        one.put("language", "en");
        one.put("name", null);
        one.put("email", email);
        return one;
    }

    private List<Response> responses() {
        return doors.responses
                .list(acme.workspace(), new Responses.Filter(null, wave.id(), null), null, 50)
                .items();
    }
}
