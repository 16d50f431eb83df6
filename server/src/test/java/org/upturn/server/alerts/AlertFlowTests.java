package org.upturn.server.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import org.upturn.server.alerts.preferences.Pace;
import org.upturn.server.alerts.preferences.Preference;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.CaseNews;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Browser;
import org.upturn.server.house.Doors;
import org.upturn.server.house.Post;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.kernel.Moment;
import org.upturn.server.kernel.Problem;
import org.upturn.server.surveys.Wave;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Role;

/** From what happens to a case to the person who has to hear of it, over real SMTP and HTTP. */
@UpturnTest
class AlertFlowTests {
    private static final String BEFORE = "Great support, thank you.";
    private static final String NOW = "Support is slow now, and the <b>price</b> went up.";

    @Autowired
    Doors doors;

    @Autowired
    AlertQueue queue;

    @Autowired
    AlertHandover handover;

    @Autowired
    AlertPlanner planner;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transactions;

    private final GreenMail post = new GreenMail(new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort()});
    private Acme acme;
    private Member rita;
    private Wave first;
    private Wave second;

    @BeforeEach
    void begin() {
        post.start();
        acme = doors.acme();
        rita = acme.member("Rita", Role.RESPONDER);
        first = acme.wave("Q3", 90);
        second = acme.wave("Q4");
    }

    @AfterEach
    void end() {
        post.stop();
    }

    @Test
    void theOwnerOfAConvertedDetractorHearsOfItAtOnceByMailAndUnderTheBell() throws Exception {
        mails();
        doors.assignments.name(acme.olga, acme.program.id(), rita.id(), null);
        Case item = converted();

        MimeMessage mail = mailTo(rita, 1);
        assertThat(mail.getSubject()).startsWith("3 after 9 from Cleo (Acme Ltd): “Support is slow now");
        assertThat(part(mail, 0))
                .contains(
                        "> " + NOW,
                        "The time before (Q3): 9",
                        "> " + BEFORE,
                        "/cases/" + item.id().value())
                .doesNotContain("/t/");
        assertThat(part(mail, 1)).contains("&lt;b&gt;price&lt;/b&gt;", BEFORE);
        var line = doors.alerts.list(rita, null, 10).items().getFirst();
        assertThat(line.alert().standing().urgent()).isTrue();
        Browser browser = acme.browser(rita);
        assertThat(browser.get("/alerts").expect(200).body()).contains("Support is slow now, and the &lt;b&gt;price");
        assertThat(browser.get("/").body()).contains("data-count>1<");
        browser.post("/alerts/seen", Map.of("upTo", line.id().toString())).expect(303);
        assertThat(doors.alerts.of(acme.workspace(), rita.id())).isZero();
    }

    @Test
    void whoTookTheCaseThemselvesIsNotTold() {
        Case item = converted();
        awaitPlanned(1);
        doors.cases.assign(rita, item.id(), rita.id());
        awaitPlanned(2);
        assertThat(doors.alerts.of(acme.workspace(), rita.id())).isZero();
    }

    @Test
    void aCaseThatNobodyAnswersForIsTakenByOnePressInTheMailAndByNoScanner() throws Exception {
        mails();
        Case item = converted();

        MimeMessage mail = mailTo(acme.olga, 1);
        String link = part(mail, 0).replaceAll("(?s).*(/t/[\\w-]+).*", "$1");
        for (int i = 0; i < 5; i++) {
            assertThat(doors.browser().get(link).expect(200).body()).contains("Take this case as Olga Brandt", BEFORE);
            assertThat(doors.anybody().head(link).status()).isEqualTo(200);
        }
        assertThat(doors.cases.find(acme.workspace(), item.id()).owner()).isNull();

        doors.browser().postBare(link, Map.of()).expect(303);
        assertThat(doors.cases.find(acme.workspace(), item.id()).owner()).isEqualTo(acme.olga.id());
        assertThat(doors.browser().get(link).expect(200).body()).contains("The case is yours now, Olga Brandt.");
        doors.cases.assign(acme.olga, item.id(), rita.id());
        doors.browser().postBare(link, Map.of());
        assertThat(doors.cases.find(acme.workspace(), item.id()).owner()).isEqualTo(rita.id());
        doors.browser().postBare(link + "x", Map.of()).expect(404);
    }

    @Test
    void aLinkRunsOut() throws Exception {
        mails();
        Case item = converted();
        String link = part(mailTo(acme.olga, 1), 0).replaceAll("(?s).*(/t/[\\w-]+).*", "$1");
        doors.jdbc
                .sql("update alert_claim set expires_at = :past where workspace_id = :workspace")
                .param("workspace", acme.workspace().value())
                .param("past", Instant.now().minusSeconds(1).atOffset(java.time.ZoneOffset.UTC))
                .update();
        doors.browser().postBare(link, Map.of()).expect(409);
        assertThat(doors.cases.find(acme.workspace(), item.id()).owner()).isNull();
    }

    @Test
    void whatIsNotUrgentWaitsAndComesTogether() throws Exception {
        mails();
        doors.assignments.name(acme.olga, acme.program.id(), rita.id(), null);
        var zone = ZoneId.of("UTC");
        int soon = (Instant.now().atZone(zone).getHour() * 60
                        + Instant.now().atZone(zone).getMinute()
                        + 120)
                % 1440;
        doors.alertPreferences.save(rita, new Preference(Pace.DAILY, soon, null, null, zone, Locale.ENGLISH, false));
        acme.answer(second, acme.ben, 5, "The app could be a bit faster.");
        acme.answer(second, acme.eve, 6, "");
        acme.awaitReadings();
        awaitPlanned(2);
        assertThat(doors.alerts.of(acme.workspace(), rita.id())).isEqualTo(2);
        assertThat(post.getReceivedMessages()).isEmpty();

        makeReady();
        MimeMessage mail = mailTo(rita, 1);
        assertThat(mail.getSubject()).startsWith("2 alerts: ");
        assertThat(part(mail, 0)).contains("The app could be a bit faster.", "left no words", "first answer");
    }

    @Test
    void whatStaysUndoneIsToldToOwnerLoopOwnerSeniorAndAdmins() {
        Member sam = acme.member("Sam", Role.MANAGER);
        doors.assignments.name(acme.olga, acme.program.id(), rita.id(), sam.id());
        Case item = converted();
        awaitPlanned(1);
        tell(item, CaseNews.Kind.CONTACT_LATE);
        tell(item, CaseNews.Kind.CONTACT_LATE);
        awaitPlanned(2);
        assertThat(doors.alerts.of(acme.workspace(), sam.id())).isEqualTo(2);
        assertThat(doors.alerts.of(acme.workspace(), rita.id())).isEqualTo(1);
        assertThat(doors.alerts.of(acme.workspace(), acme.olga.id())).isZero();
        tell(item, CaseNews.Kind.UNASSIGNED);
        awaitPlanned(3);
        assertThat(doors.alerts.of(acme.workspace(), acme.olga.id())).isEqualTo(1);
    }

    @Test
    void aMailThatWasBeingHandedOverWhenTheServerDiedIsNotSentTwice() {
        doors.assignments.name(acme.olga, acme.program.id(), rita.id(), null);
        converted();
        awaitPlanned(1);
        Post.carry(doors, acme, 1, null); // nobody listens there
        var alert = doors.alerts.list(rita, null, 1).items().getFirst().alert();
        queue.mail(acme.workspace(), alert.id(), rita.id(), Instant.now().plusSeconds(3_600));
        Moment.at(Instant.now().plusSeconds(3_700), () -> {
            Delivery.Lease lease = queue.lease(acme.workspace());
            assertThat(lease.all()).hasSize(1);
            assertThat(queue.lease(acme.workspace()).all()).as("leased to one").isEmpty();
            assertThat(handover.handOver(lease, lease.all())).isTrue();
        });
        Moment.at(Instant.now().plusSeconds(5_000), () -> {
            assertThat(queue.lease(acme.workspace()).all()).isEmpty();
            assertThat(states()).containsExactly("unknown");
        });
    }

    @Test
    void aMailWaitsForItsServer() throws Exception {
        Post.carry(doors, acme, 1, null);
        doors.assignments.name(acme.olga, acme.program.id(), rita.id(), null);
        converted();
        until(() -> reasons() == 1);
        assertThat(states()).containsExactly("queued");
        mails();
        makeReady();
        assertThat(mailTo(rita, 1).getSubject()).startsWith("3 after 9");
        until(() -> states().equals(java.util.List.of("sent")));
    }

    @Test
    void everyChannelHearsOfEachDetractorOnceAndTheSecretsAreSealed() {
        try (var chat = new Listening(503)) {
            var slack = add(ChannelKind.SLACK, chat.url("/services/T000/B000/XXXX"));
            var teams = add(ChannelKind.TEAMS, chat.url("/workflows/abc"));
            var robot = add(ChannelKind.WEBHOOK, chat.url("/robot"));
            Case item = converted();
            doors.cases.assign(acme.olga, item.id(), rita.id());
            awaitPlanned(2);
            until(() -> {
                makeReady();
                return states().stream().allMatch("sent"::equals) && states().size() == 3;
            });
            assertThat(chat.taken).as("one was refused for now and came again").hasSize(4);
            var taken = chat.taken.stream()
                    .filter(one -> one.path().equals("/robot"))
                    .reduce((a, b) -> b)
                    .orElseThrow();
            assertThat(taken.json().at("/data/answer/verbatim").asString()).isEqualTo(NOW);
            assertThat(taken.json().at("/data/prior/score").asInt()).isEqualTo(9);
            assertThat(taken.header("webhook-signature")).startsWith("v1,");
            assertThat(robot.secret()).startsWith("whsec_");
            String page = acme.browser().get("/settings/alerts").expect(200).body();
            assertThat(page).contains("127.0.0.1").doesNotContain("/services/T000", "whsec_");
            assertThat(acme.api()
                            .get("/api/v1/settings/alert-channels?program="
                                    + acme.program.id().value())
                            .body())
                    .doesNotContain("/services/T000", "whsec_");
            byte[] stored = doors.jdbc
                    .sql("select url from alert_channel where workspace_id = :workspace and id = :id")
                    .param("workspace", acme.workspace().value())
                    .param("id", slack.channel().id())
                    .query(byte[].class)
                    .single();
            assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain("services");
            assertThat(teams.secret()).isNull();
        }
    }

    @Test
    void aTestAlertSaysWhatHappened() {
        try (var chat = new Listening(200, 404)) {
            var slack = add(ChannelKind.SLACK, chat.url("/services/T000"));
            doors.alertChannels.test(acme.olga, slack.channel().id());
            assertThat(chat.taken.getFirst().json().path("text").asString()).contains("test alert");
            String test = "/settings/alerts/" + slack.channel().id() + "/test";
            assertThat(acme.browser().post(test, Map.of()).expect(409).body()).contains("HTTP 404");
            assertThat(acme.browser().post(test, Map.of()).expect(200).body()).contains("took the test alert");
        }
        assertThatThrownBy(() -> add(ChannelKind.SLACK, "https://169.254.169.254/latest"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("UPTURN_PRIVATE_ADDRESSES");
        assertThatThrownBy(() -> add(ChannelKind.SLACK, "ftp://example.org")).isInstanceOf(Problem.class);
    }

    @Test
    void anOpenTabHearsAtOnce() throws Exception {
        doors.assignments.name(acme.olga, acme.program.id(), rita.id(), null);
        var lines = new java.util.concurrent.CopyOnWriteArrayList<String>();
        var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create(doors.url() + "/alerts/stream"))
                .header("Cookie", "upturn_session=" + doors.signIn.openFor(rita))
                .build();
        try (var client = java.net.http.HttpClient.newHttpClient()) {
            var reply = client.send(request, java.net.http.HttpResponse.BodyHandlers.ofInputStream());
            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(reply.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            Thread.ofVirtual()
                    .start(() -> new java.io.BufferedReader(new java.io.InputStreamReader(
                                    reply.body(), java.nio.charset.StandardCharsets.UTF_8))
                            .lines()
                            .forEach(lines::add));
            until(() -> lines.contains("data:0"));
            converted();
            until(() -> lines.contains("data:1"));
            reply.body().close();
            client.shutdownNow();
        }
        assertThat(lines.stream().filter(line -> line.startsWith("data:"))).containsExactly("data:0", "data:1");
    }

    private Case converted() {
        acme.answer(first, acme.cleo, 9, BEFORE);
        var answer = acme.answer(second, acme.cleo, 3, NOW);
        acme.awaitReadings();
        return acme.caseOf(answer);
    }

    private AlertChannels.Added add(ChannelKind kind, String url) {
        var told = new AlertChannels.Told(kind, kind.word(), url);
        return doors.alertChannels.add(acme.olga, acme.program.id(), told, doors.url());
    }

    private void tell(Case item, CaseNews.Kind kind) {
        transactions.executeWithoutResult(
                status -> events.publishEvent(new CaseNews(acme.workspace(), item.id(), kind, item.owner(), null)));
    }

    private void mails() {
        Post.carry(doors, acme, post.getSmtp().getPort(), null);
    }

    private MimeMessage mailTo(Member member, int count) {
        until(() -> post.getReceivedMessages().length >= count);
        return Arrays.stream(post.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getAllRecipients()[0].toString().contains(member.email());
                    } catch (jakarta.mail.MessagingException broken) {
                        throw new AssertionError(broken);
                    }
                })
                .findFirst()
                .orElseThrow();
    }

    private static String part(MimeMessage mail, int number) throws Exception {
        return ((Multipart) mail.getContent())
                .getBodyPart(number)
                .getContent()
                .toString()
                .replace("\r\n", "\n");
    }

    /** As if the time had come for all that waits. */
    private void makeReady() {
        doors.jdbc
                .sql(
                        "update alert_delivery set ready_at = changed_at where workspace_id = :workspace and state = 'queued'")
                .param("workspace", acme.workspace().value())
                .update();
    }

    private java.util.List<String> states() {
        return doors.jdbc
                .sql("select state from alert_delivery where workspace_id = :workspace order by id")
                .param("workspace", acme.workspace().value())
                .query(String.class)
                .list();
    }

    private int reasons() {
        return doors.jdbc
                .sql("select count(reason) from alert_delivery where workspace_id = :workspace")
                .param("workspace", acme.workspace().value())
                .query(Integer.class)
                .single();
    }

    private void awaitPlanned(int count) {
        until(() -> doors.jdbc
                        .sql("select count(planned_at) from alert where workspace_id = :workspace")
                        .param("workspace", acme.workspace().value())
                        .query(Integer.class)
                        .single()
                == count);
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }
}
