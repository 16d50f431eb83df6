package org.upturn.server.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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
import tools.jackson.databind.json.JsonMapper;

/** The widget's script and its doors, over real HTTP. */
@UpturnTest
class WidgetTests {
    private static final String SITE = "https://www.example.org";
    private static final int BUDGET = 15 * 1024;

    @Autowired
    Doors doors;

    private Acme acme;
    private Wave wave;

    @BeforeEach
    void aWave() {
        acme = doors.acme();
        wave = acme.wave("Q4");
    }

    @Test
    void theWholeScriptStaysWithinItsBudgetInSixLanguagesToo() throws Exception {
        Reply one = doors.anybody().get(widget("anyone").path()).expect(200);
        assertThat(one.header("Content-Type")).startsWith("text/javascript");
        assertThat(one.body()).contains("\"base\":\"en\"").doesNotContain("__SETTINGS__");
        String survey = "/api/v1/programs/" + acme.program.id().value() + "/survey";
        var words = Map.of(
                "score", "How likely are you to recommend us to a friend or a colleague?",
                "why", "What is the most important reason for your score?");
        var languages = List.of("en", "ar", "de", "es", "fr", "he");
        acme.api()
                .put(
                        survey + "/draft",
                        Map.of("languages", languages, "questions", List.of(), "texts", Map.of("en", words)))
                .expect(200);
        acme.api().post(survey + "/versions", Map.of("running", true)).expect(201);
        Reply six = doors.anybody().get(widget("anyone").path()).expect(200);
        assertThat(six.body()).contains("\"he\":{");
        System.out.printf(
                "widget: %,d bytes, %,d gzipped; in six languages %,d, %,d gzipped%n",
                one.bytes().length, packed(one), six.bytes().length, packed(six));
        assertThat(packed(six)).isLessThanOrEqualTo(BUDGET);
    }

    private static int packed(Reply script) throws java.io.IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(script.bytes());
        }
        return packed.size();
    }

    @Test
    void onlyListedOriginsGetIn() {
        Collector widget = widget("anyone");
        Reply asked = preflight(widget, SITE);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.header("Access-Control-Allow-Origin")).isEqualTo(SITE);
        assertThat(asked.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(preflight(widget, "https://elsewhere.example").status()).isEqualTo(403);

        send(widget, "https://elsewhere.example", answer(9), Map.of()).expect(403);
        doors.anybody().post("/w/" + widget.key() + "/answers", answer(9)).expect(403);
        assertThat(responses()).isEmpty();
        assertThat(send(widget, SITE, answer(9), Map.of()).expect(200).header("Access-Control-Allow-Origin"))
                .isEqualTo(SITE);
        assertThat(responses())
                .singleElement()
                .satisfies(one -> assertThat(one.channel()).isEqualTo(Channel.WIDGET));
    }

    @Test
    void anAnswerSentTwiceIsOneAndCanBeChangedOnItsOwnPage() {
        Collector widget = widget("anyone");
        var answer = answer(2);
        String more = send(widget, SITE, answer, Map.of())
                .expect(200)
                .json()
                .path("more")
                .asString();
        assertThat(send(widget, SITE, answer, Map.of()).json().path("more").asString())
                .isEqualTo(more);
        assertThat(responses()).hasSize(1);
        doors.anybody().form(more, Map.of("score", "4", "why", "More of it.")).expect(303);
        assertThat(responses()).singleElement().satisfies(one -> {
            assertThat(one.version()).isEqualTo(2);
            assertThat(one.channel()).isEqualTo(Channel.WIDGET);
        });
        assertThat(send(widget, SITE, answer(11), Map.of()).status()).isEqualTo(422);
    }

    @Test
    void whomTheSiteSignsAnswersAsTheirContactAndNobodyElseDoes() {
        Collector widget = widget("signed");
        send(widget, SITE, answer(9), Map.of()).expect(403);
        String secret = acme.api()
                .post("/api/v1/collectors/" + widget.id().value() + "/secret", Map.of())
                .expect(201)
                .json()
                .path("secret")
                .asString();
        long now = Instant.now().getEpochSecond();
        var ada = signed(secret, "Ada", now);
        assertThat(may(widget, ada)).isTrue();
        assertThat(may(widget, signed("wrong", "Ada", now))).isFalse();
        assertThat(may(widget, signed(secret, "Ada", now - 90_000))).isFalse();
        var stolen = new HashMap<>(ada);
        stolen.put("contact", "Ben");
        assertThat(may(widget, stolen)).isFalse();
        send(widget, SITE, answer(9), stolen).expect(403);

        send(widget, SITE, answer(9), ada).expect(200);
        assertThat(responses())
                .singleElement()
                .satisfies(one -> assertThat(one.contact()).isEqualTo(acme.ada.id()));
        assertThat(may(widget, ada)).as("who has answered is left in peace").isFalse();
    }

    @Test
    void whoWasAskedLatelyByAnotherChannelIsNotShownItAndTheReasonIsCounted() {
        Collector widget = widget("signed");
        String secret = doors.collectors.newSecret(acme.olga, widget.id());
        long now = Instant.now().getEpochSecond();
        var ben = signed(secret, "Ben", now);
        assertThat(may(widget, ben)).isTrue();
        // In a wave of another program he answered twenty days ago: the widget itself asks again after ten.
        var other = doors.surveys.create(
                acme.workspace(), new org.upturn.server.surveys.Surveys.NewProgram("Other", null, null, "company"));
        Instant then = Instant.now().minus(java.time.Duration.ofDays(20));
        var wave = doors.surveys.open(
                acme.workspace(),
                other.id(),
                new org.upturn.server.surveys.Surveys.NewWave("Past", then, then.plus(java.time.Duration.ofDays(30))));
        acme.answerAt(then.plusSeconds(60), wave, acme.ben, 7, "Fine.");
        acme.api()
                .put(
                        "/api/v1/collectors/" + widget.id().value(),
                        Map.of("name", "Site", "settings", Map.of("again", 10)))
                .expect(200);

        assertThat(may(widget, ben)).isFalse();
        assertThat(may(widget, signed(secret, "Cleo", now))).isTrue();
        assertThat(acme.api()
                        .get("/api/v1/collectors/" + widget.id().value())
                        .expect(200)
                        .json()
                        .at("/held/asked")
                        .asInt())
                .isEqualTo(1);
        assertThat(acme.browser().get("/collectors/" + widget.id().value()).body())
                .contains("Was asked lately: 1", "in the last 30 days");
        assertThat(doors.anybody().get(widget.path()).body())
                .as("a browser that may remember rests as long")
                .contains("\"again\":30");
    }

    @Test
    void anAddressThatTheSiteSignsIsTheContactThatHasItNotWhoeverTypedIt() {
        doors.contacts.change(acme.olga, acme.ben.id(), Map.of("email", "ben@example.org"), null);
        Collector widget = widget("signed");
        String secret = doors.collectors.newSecret(acme.olga, widget.id());
        var link = doors.collectors.make(
                acme.olga,
                acme.program.id(),
                CollectorKind.OPEN,
                new Collectors.Told("Poster", null, CollectorSettings.STANDARD));
        for (String email : List.of("ben@example.org", "new@example.org")) {
            String held = doors.anybody()
                    .form(link.path(), Map.of("name", "Mallory", "email", email, "willing", "1"))
                    .expect(303)
                    .header("Location");
            long now = Instant.now().getEpochSecond();
            var visitor =
                    Map.of("email", email, "signature", "t=" + now + ",v1=" + sum(secret, now + "\n\n" + email + "\n"));
            assertThat(may(widget, visitor)).isTrue();
            send(widget, SITE, answer(1), visitor).expect(200);
            send(widget, SITE, answer(2), visitor).expect(200);
            assertThat(doors.anybody().get(held).body()).doesNotContain("Because.");
        }
        assertThat(responses()).hasSize(2).extracting(Response::contact).contains(acme.ben.id());
    }

    @Test
    void theSecretIsKeptSealedAndAClosedWidgetIsSilent() {
        Collector widget = widget("anyone");
        String secret = doors.collectors.newSecret(acme.olga, widget.id());
        String stored = doors.jdbc
                .sql("select encode(secret, 'escape') from collector where workspace_id = :workspace and id = :id")
                .param("workspace", acme.workspace().value())
                .param("id", widget.id().value())
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain(secret);
        doors.collectors.close(acme.olga, widget.id());
        assertThat(doors.anybody().get(widget.path()).expect(200).body()).isEmpty();
        send(widget, SITE, answer(9), Map.of()).expect(403);
        assertThat(responses()).isEmpty();
    }

    private boolean may(Collector widget, Map<String, ?> visitor) {
        return post(widget, "/visitors", SITE, visitor)
                .expect(200)
                .json()
                .path("ask")
                .asBoolean();
    }

    private static Map<String, String> signed(String secret, String contact, long time) {
        return Map.of(
                "contact", contact, "signature", "t=" + time + ",v1=" + sum(secret, time + "\n" + contact + "\n\n"));
    }

    private static String sum(String secret, String signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Map<String, Object> answer(int score) {
        return Map.of("key", UUID.randomUUID(), "score", score, "why", "Because.", "language", "en");
    }

    private Reply send(Collector widget, String origin, Map<String, Object> answer, Map<String, ?> visitor) {
        var body = new HashMap<String, Object>(answer);
        if (!visitor.isEmpty()) {
            body.put("visitor", visitor);
        }
        return post(widget, "/answers", origin, body);
    }

    private Reply post(Collector widget, String door, String origin, Map<String, ?> body) {
        return doors.anybody()
                .send(
                        "POST",
                        "/w/" + widget.key() + door,
                        Map.of("Origin", origin, "Content-Type", "application/json"),
                        BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)));
    }

    private Reply preflight(Collector widget, String origin) {
        return doors.anybody()
                .send(
                        "OPTIONS",
                        "/w/" + widget.key() + "/answers",
                        Map.of(
                                "Origin",
                                origin,
                                "Access-Control-Request-Method",
                                "POST",
                                "Access-Control-Request-Headers",
                                "content-type"),
                        BodyPublishers.noBody());
    }

    private Collector widget(String people) {
        var settings = new CollectorSettings("", "", "name", true, List.of(SITE), "popover", people, 0, 0, "", 100, 90);
        return doors.collectors.make(
                acme.olga, acme.program.id(), CollectorKind.WIDGET, new Collectors.Told("Help", wave.id(), settings));
    }

    private List<Response> responses() {
        return doors.responses
                .list(acme.workspace(), new Responses.Filter(null, wave.id(), null), null, 50)
                .items();
    }
}
