package org.upturn.server.invitations.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.NewContact;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Client;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.invitations.Channel;
import org.upturn.server.invitations.cadence.CadenceRuns;
import org.upturn.server.invitations.mail.MailSetup;
import org.upturn.server.invitations.texts.GatewaySettings;
import org.upturn.server.invitations.texts.GatewaySetup;
import org.upturn.server.kernel.Moment;
import org.upturn.server.responses.Response;
import org.upturn.server.surveys.Wave;

/** From the wave to the gateway and back: messages, their fates, replies. */
@UpturnTest
class TextMessageTests {
    private static final String FINE = "+442079460001";
    private static final String OTHER = "+442079460002";
    private static final String THIRD = "+442079460003";

    @Autowired
    Doors doors;

    @Autowired
    GatewaySetup setup;

    @Autowired
    MailSetup mail;

    @Autowired
    Mailings mailings;

    @Autowired
    MailFates fates;

    @Autowired
    Reminders reminders;

    @Autowired
    Suppressions suppressions;

    @Autowired
    CadenceRuns runs;

    private Acme acme;
    private ScriptedGateway gateway;
    private Wave wave;

    @BeforeEach
    void workspace() {
        acme = doors.acme();
        gateway = new ScriptedGateway();
        wave = acme.wave("Q4");
        setup(gateway.url());
    }

    @AfterEach
    void close() {
        gateway.close();
        assertThat(gateway.faults).isEmpty();
    }

    @Test
    void whatTheGatewaySaysDecidesWhatBecomesOfAMessage() {
        Contact fine = contact("fine", FINE);
        Contact refused = contact("refused", OTHER);
        Contact broken = contact("broken", THIRD);
        gateway.answers(OTHER, 400, "no such number").hangsUpOn(THIRD);

        send();
        MailTesting.awaitUntil(() -> queued() == 0);

        assertThat(fate(fine).state()).isEqualTo(MailState.SENT);
        assertThat(fate(refused).state()).isEqualTo(MailState.BOUNCED);
        assertThat(fate(refused).reason()).isEqualTo("HTTP 400: no such number");
        assertThat(fate(broken).state())
                .as("it may have been taken, so it is not sent again by itself")
                .isEqualTo(MailState.UNKNOWN);
        assertThat(gateway.taken).hasSize(3);
        assertThat(gateway.taken.getFirst().path("kind").asString()).isEqualTo("invitation");
        assertThat(gateway.taken.getFirst().path("from").asString()).isEqualTo("Acme");
        assertThat(mailings.skips(acme.workspace(), orders().getFirst().id()))
                .as("the cast has no numbers")
                .containsEntry(Skip.NO_PHONE, 5L);
    }

    @Test
    void aGatewayThatIsTooBusyIsLeftInPeaceForAsLongAsItAsks() {
        Contact busy = contact("busy", FINE);
        gateway.answers(FINE, 429, "slow down", "Retry-After", "600");

        send();
        MailTesting.awaitUntil(() -> setup.standing(acme.workspace()).problem() != null);

        assertThat(fate(busy).state()).isEqualTo(MailState.QUEUED);
        assertThat(fate(busy).readyAt()).isAfter(Instant.now().plusSeconds(500));
        assertThat(setup.standing(acme.workspace()).restUntil())
                .isAfter(Instant.now().plusSeconds(500));
    }

    @Test
    void aRedirectIsNotFollowedAndLosesNothing() {
        Contact one = contact("one", FINE);
        gateway.answers(FINE, 307, "", "Location", gateway.url().replace("/messages", "/secret"));

        send();
        MailTesting.awaitUntil(() -> setup.standing(acme.workspace()).problem() != null);

        assertThat(gateway.paths).isNotEmpty().containsOnly("/messages");
        assertThat(fate(one).state()).isEqualTo(MailState.QUEUED);
        gateway.forget(FINE);
        setup(gateway.url());
        MailTesting.awaitUntil(() -> fate(one).state() == MailState.SENT);
    }

    @Test
    void theOwnerTriesTheGatewayAndNeverSeesTheSecret() {
        String page = acme.browser()
                .post("/settings/gateway/test", Map.of("number", "+44 20 7946 0001"))
                .expect(200)
                .body();

        assertThat(page).contains("The gateway took the message").doesNotContain(ScriptedGateway.SECRET);
        assertThat(gateway.taken.getFirst().path("to").asString()).isEqualTo(FINE);
        assertThat(gateway.taken.getFirst().path("text").asString()).contains(doors.url());
        doors.attributes.setRegion(acme.olga, "GB");
        acme.browser()
                .post("/settings/gateway/test", Map.of("number", "07700 900111"))
                .expect(200);
        assertThat(gateway.taken.getLast().path("to").asString())
                .as("what a wave texts can be tried")
                .isEqualTo("+447700900111");
        acme.browser().post("/settings/gateway/test", Map.of("number", "900")).expect(422);
        gateway.answers(FINE, 400, "<b>no</b> credit");
        assertThat(acme.browser()
                        .post("/settings/gateway/test", Map.of("number", FINE))
                        .expect(409)
                        .body())
                .contains("HTTP 400: &lt;b&gt;no&lt;/b&gt; credit");
    }

    @Test
    void thePageOfTheWaveOffersBothWays() {
        Contact one = contact("one", FINE);
        assertThat(acme.browser().get("/waves/" + wave.id().value()).body())
                .as("no mail server: nothing to choose")
                .contains("name=\"channel\" value=\"sms\"")
                .doesNotContain("By e-mail");
        mail.save(acme.olga, MailTesting.settings(1, doors.url()), null);
        assertThat(acme.browser().get("/waves/" + wave.id().value()).body()).contains("By e-mail", "By text message");

        acme.browser()
                .post("/waves/" + wave.id().value() + "/mailings", Map.of("audience", "everyone", "channel", "sms"))
                .expect(303);
        MailTesting.awaitUntil(() -> fate(one).state() == MailState.SENT);

        assertThat(fate(one).carrier()).isEqualTo(Carrier.SMS);
        assertThat(gateway.taken).hasSize(1);
        acme.browser()
                .post("/waves/" + wave.id().value() + "/mailings", Map.of("audience", "everyone", "channel", "fax"))
                .expect(422);
    }

    @Test
    void aReplyThatSomebodyHasSeenToStandsAsideUntilItIsTakenBack() {
        contact("one", FINE);
        send();
        MailTesting.awaitUntil(() -> queued() == 0);
        anybody()
                .post(hook(), Map.of("from", FINE, "text", "call me instead", "id", "r1"))
                .expect(200);
        var olga = acme.browser();
        String list = olga.get("/replies").expect(200).body();
        assertThat(list).contains("call me instead", "Mark as handled");
        String id = list.replaceAll("(?s).*/replies/([0-9a-f-]{36})/handling.*", "$1");

        olga.post("/replies/" + id + "/handling", Map.of()).expect(303);
        assertThat(olga.get("/replies").body()).doesNotContain("call me instead");
        assertThat(olga.get("/replies?handled=true").body()).contains("call me instead", "handled by Olga Brandt on");
        olga.post("/replies/" + id + "/reopening", Map.of()).expect(303);
        assertThat(olga.get("/replies").body()).contains("call me instead");
        olga.post("/replies/" + java.util.UUID.randomUUID() + "/handling", Map.of())
                .expect(404);
    }

    @Test
    void aScheduleSendsByTextMessageToo() {
        contact("one", FINE);
        String path = "/api/v1/programs/" + acme.program.id().value() + "/cadences";
        Map<String, Object> told =
                Map.of("name", "Bought", "rhythm", "event", "event", "purchase", "delayHours", 0, "channel", "sms");
        acme.api()
                .post(path, Map.of("name", "No", "rhythm", "every", "channel", "fax"))
                .expect(422);
        assertThat(acme.api()
                        .post(path, told)
                        .expect(201)
                        .json()
                        .at("/round/channel")
                        .asString())
                .isEqualTo("sms");
        assertThat(acme.browser()
                        .get("/programs/" + acme.program.id().value() + "/cadences")
                        .body())
                .contains("By text message")
                .doesNotContain("By e-mail");
        acme.api()
                .post("/api/v1/events", Map.of("event", "purchase", "externalId", "one"))
                .expect(202);
        MailTesting.awaitUntil(() -> {
            runs.runOne(acme.workspace());
            return gateway.taken.size() == 1;
        });
        assertThat(mailings.ofWave(
                        acme.workspace(),
                        doors.surveys
                                .waves(acme.workspace(), acme.program.id())
                                .getLast()
                                .id()))
                .extracting(Mailing::carrier)
                .containsExactly(Carrier.SMS);
    }

    @Test
    void theTextsShowWhatAPersonGetsAndInHowManyParts() {
        contact("Zoe", FINE);
        String path = "/programs/" + acme.program.id().value() + "/texts";
        assertThat(acme.browser().get(path).body()).contains("2 parts", doors.url() + "/a/");
        var typed = Map.of(
                "language",
                "en",
                "invitation",
                "{name}: 0 to 10? ’ {link}",
                "reminder",
                "{firstname}? {link}",
                "look",
                "1");
        String shown = acme.browser().post(path, typed).expect(200).body();

        assertThat(shown).contains("Zoe: 0 to 10? ’ " + doors.url() + "/a/", "UCS-2", "of 70", "GSM-7", "of 160");
        assertThat(acme.browser().get(path).body()).as("looking saves nothing").doesNotContain("UCS-2");
        assertThat(acme.api()
                        .get("/api/v1" + path)
                        .expect(200)
                        .json()
                        .get("invitation")
                        .asString())
                .doesNotContain("’");
    }

    @Test
    void remindsOnlyWhoHasNotAnsweredAndTellsWhatArrived() {
        Contact silent = contact("silent", FINE);
        Contact quick = contact("quick", OTHER);
        send(3);
        MailTesting.awaitUntil(() -> queued() == 0);
        String key = gateway.taken.stream()
                .filter(one -> one.path("to").asString().equals(FINE))
                .findFirst()
                .orElseThrow()
                .path("idempotencyKey")
                .asString();
        String hook = hook();
        anybody()
                .post(hook, List.of(Map.of("state", "delivered", "idempotencyKey", key)))
                .expect(200);
        assertThat(fate(silent).word()).isEqualTo("delivered");
        anybody()
                .post(hook, Map.of("state", "failed", "id", "gw-" + fate(quick).id(), "reason", "phone off"))
                .expect(200);
        assertThat(fate(quick).state()).isEqualTo(MailState.BOUNCED);
        reply(hook, OTHER, "9", "r1");

        Moment.at(Instant.now().plus(Duration.ofDays(4)), () -> reminders.queueDue(acme.workspace()));

        assertThat(fates.list(acme.workspace(), silent.id(), wave.id(), null, 10)
                        .items())
                .extracting(MailFate::number)
                .containsExactly(1, 0);
        assertThat(fates.list(acme.workspace(), quick.id(), wave.id(), null, 10).items())
                .hasSize(1);
        String page = acme.browser()
                .get("/contacts/" + silent.id().value() + "/mails")
                .body();
        assertThat(page).contains("delivered", "By text message");
    }

    @Test
    void aReplyIsAnAnswerAndASecondOneEditsIt() {
        Contact one = contact("one", FINE);
        send();
        MailTesting.awaitUntil(() -> queued() == 0);
        String hook = hook();

        reply(hook, FINE, "4 the staff was rude", "r1");
        reply(hook, FINE, "4 the staff was rude", "r1");
        Response first = answer(one);
        assertThat(first.score().value()).isEqualTo(4);
        assertThat(first.verbatim()).isEqualTo("the staff was rude");
        assertThat(first.channel()).isEqualTo(Channel.SMS);
        assertThat(first.version()).as("told twice, taken once").isEqualTo(1);

        reply(hook, FINE, "and the food was cold", "r2");
        assertThat(answer(one).verbatim()).isEqualTo("the staff was rude\nand the food was cold");
        reply(hook, FINE, "٥", "r3");
        assertThat(answer(one).score().value()).isEqualTo(5);
        assertThat(answer(one).verbatim()).startsWith("the staff was rude");
    }

    @Test
    void whatIsNotUnderstoodIsShownAndUnknownNumbersLeaveNothing() {
        contact("one", FINE);
        send();
        MailTesting.awaitUntil(() -> queued() == 0);
        String hook = hook();

        reply(hook, FINE, "no <b>idea</b>", "r1");
        var taken = anybody()
                .post(hook, Map.of("from", OTHER, "text", "9 great", "id", "r2"))
                .expect(200)
                .json();

        assertThat(taken.path("known").asInt()).isZero();
        var kept = acme.api().get("/api/v1/replies").expect(200).json().path("items");
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0).path("words").asString()).isEqualTo("no <b>idea</b>");
        assertThat(acme.browser().get("/replies").body()).contains("no &lt;b&gt;idea");
        assertThat(doors.jdbc
                        .sql("select count(*) from text_reply where workspace_id = :workspace")
                        .param("workspace", acme.workspace().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void stopEndsTheMessagesAndStartLiftsIt() {
        contact("one", FINE);
        send();
        MailTesting.awaitUntil(() -> queued() == 0);
        String hook = hook();
        reply(hook, FINE, "Stop", "r1");

        Wave next = acme.wave("Q5");
        UUID order = mailings.start(acme.olga, next.id(), order());
        assertThat(mailings.skips(acme.workspace(), order)).containsEntry(Skip.UNSUBSCRIBED, 1L);
        reply(hook, FINE, "START", "r2");
        UUID again = mailings.start(acme.olga, acme.wave("Q6").id(), order());
        assertThat(mailings.skips(acme.workspace(), again))
                .as("asked by text lately: one rule for all channels")
                .containsEntry(Skip.RECENT, 1L);
    }

    @Test
    void whereTheGatewaySignsNothingElseIsBelieved() {
        contact("one", FINE);
        send();
        MailTesting.awaitUntil(() -> queued() == 0);
        String hook = hook();
        setup.save(acme.olga, new GatewaySettings(gateway.url(), "Acme", doors.url(), 600, true), null);
        String body = "{\"from\": \"" + FINE + "\", \"text\": \"9\", \"id\": \"r1\"}";
        String time = String.valueOf(Instant.now().getEpochSecond());

        anybody().post(hook, body).expect(401);
        anybody().post(hook, headers("m1", time, "v1,AAAA"), body).expect(401);
        String old = String.valueOf(Instant.now().minusSeconds(900).getEpochSecond());
        anybody()
                .post(hook, headers("m1", old, "v1," + ScriptedGateway.sign("m1." + old + "." + body)), body)
                .expect(401);
        anybody()
                .post(hook, headers("m1", time, "v1,AAAA v1," + ScriptedGateway.sign("m1." + time + "." + body)), body)
                .expect(200);
    }

    private static Map<String, String> headers(String id, String time, String signature) {
        return Map.of("webhook-id", id, "webhook-timestamp", time, "webhook-signature", signature);
    }

    private void setup(String url) {
        setup.save(acme.olga, new GatewaySettings(url, "Acme", doors.url(), 600, false), ScriptedGateway.SECRET);
    }

    private Contact contact(String name, String number) {
        var told = new NewContact(name, name, Acme.email(name), number, null, Map.of(), null);
        return doors.contacts.register(acme.workspace(), told).contact();
    }

    private static Mailings.Order order(Integer... reminders) {
        return new Mailings.Order(Carrier.SMS, Audience.EVERYONE, null, 1, List.of(reminders));
    }

    private void send(Integer... reminders) {
        mailings.start(acme.olga, wave.id(), order(reminders));
    }

    private List<Mailing> orders() {
        return mailings.ofWave(acme.workspace(), wave.id());
    }

    private long queued() {
        return orders().getFirst().invitations().queued();
    }

    private MailFate fate(Contact contact) {
        return fates.list(acme.workspace(), contact.id(), wave.id(), null, 1)
                .items()
                .getFirst();
    }

    private Client anybody() {
        return doors.anybody();
    }

    private String hook() {
        return "/hooks/messages/" + setup.makeHook(acme.olga);
    }

    private void reply(String hook, String from, String text, String id) {
        anybody().post(hook, Map.of("from", from, "text", text, "id", id)).expect(200);
    }

    private Response answer(Contact contact) {
        return doors.responses.findByInvitation(acme.invited(wave, contact)).orElseThrow();
    }
}
