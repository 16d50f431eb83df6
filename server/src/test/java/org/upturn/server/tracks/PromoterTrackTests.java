package org.upturn.server.tracks;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.NewContact;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.Post;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.invitations.outbox.Suppressions;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ReviewPlace;
import org.upturn.server.surveys.Wave;
import org.upturn.server.tracks.promoters.Promoter;
import org.upturn.server.tracks.promoters.PromoterFigures;
import org.upturn.server.tracks.promoters.Promoters;

/** From a ten to thanks over real SMTP, a page of one's own, a quotation with consent, and a friend by code (S3-16). */
@UpturnTest
class PromoterTrackTests {
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+/p/[^\"]+)\"");

    @Autowired
    Doors doors;

    @Autowired
    Suppressions suppressions;

    @Autowired
    Tracks tracks;

    @Autowired
    Promoters promoters;

    private final GreenMail post = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private Acme acme;
    private Wave wave;
    private Contact dina;

    @BeforeEach
    void begin() {
        post.start();
        acme = doors.acme();
        wave = acme.wave("Q4");
        Post.carry(doors, acme, post.getSmtp().getPort(), null);
        dina = contact("Dina");
        tracks.save(
                acme.olga,
                acme.program.id(),
                new TrackSettings(
                        "https://shop.example.org/start?lang=en#top",
                        "A month free for both of you.",
                        List.of(new ReviewPlace("Google <b>", "https://g.example.org/review?a=1&b=2"))));
    }

    @AfterEach
    void end() {
        post.stop();
    }

    @Test
    void thanksNameWhatWasPraisedAndLeadToAPageOfTheirOwn() throws Exception {
        Response answer = acme.answer(wave, dina, 10, "The export saved our finance team a whole week.");
        acme.awaitReadings();
        String form = "/responses/" + answer.id().value() + "/thanks";
        assertThat(acme.browser().get(form).expect(200).body()).contains("The export saved our finance team");
        assertThat(acme.browser()
                        .post(
                                form,
                                Map.of("subject", "S", "greeting", "G", "firstSentence", "Thanks a lot!", "rest", "R"))
                        .body())
                .as("a sentence that could go to anybody does not")
                .contains("role=\"alert\"");
        assertThat(promoters.list(acme.workspace(), wave, 10).getFirst().thanks())
                .isNull();

        acme.browser()
                .post(
                        "/programs/" + acme.program.id().value() + "/promoters/thanks",
                        Map.of("response", answer.id().value().toString()))
                .expect(303);

        MimeMessage mail = Post.first(post, dina.email());
        assertThat(mail.getSubject()).isEqualTo("Thank you for your answer");
        assertThat(mail.getHeader("List-Unsubscribe")[0]).contains("/a/").contains("/unsubscribe");
        assertThat(html(mail)).contains("Hello Dina", "The export saved our finance team");
        var link = LINK.matcher(html(mail));
        assertThat(link.find()).isTrue();
        assertThat(doors.anybody()
                        .get(link.group(1).substring(doors.url().length()))
                        .expect(200)
                        .body())
                .contains("A month free for both of you.", "The export saved our finance team");
        acme.api()
                .post("/api/v1/responses/" + answer.id().value() + "/thanks", Map.of())
                .expect(409);
    }

    @Test
    void whomNoMailMayReachIsLeftOutAndCanBeThankedInPerson() {
        Response answer = acme.answer(wave, dina, 9, "The export saved our finance team a whole week.");
        Response passive = acme.answer(wave, contact("Emil"), 8, "Fine.");
        suppressions.add(acme.olga, dina.email());
        var sent = promoters.sendAll(acme.olga, acme.program.id(), List.of(answer.id()));

        assertThat(sent).isEqualTo(new Promoters.Sent(0, 1));
        assertThat(acme.browser()
                        .get("/responses/" + answer.id().value() + "/thanks")
                        .body())
                .contains("on the list of those that get no mail");
        promoters.handOver(acme.olga, answer.id());
        assertThat(thankedOf(answer).mail()).isNull();
        acme.api()
                .post("/api/v1/responses/" + passive.id().value() + "/thanks", Map.of())
                .expect(409);
    }

    @Test
    void nothingIsQuotableWithoutConsentAndNothingAfterItIsTakenBack() {
        Response answer = acme.answer(wave, dina, 10, "The export saved our finance team a whole week.");
        String page = promoters.handOver(acme.olga, answer.id());
        var anybody = doors.anybody();
        anybody.get(page).expect(200);
        Map<String, String> words = Map.of("words", "It <i>saved</i> us a week.", "name", "D.", "role", "CFO");

        assertThat(anybody.form(page, with(words, "place", "website"))
                        .expect(422)
                        .body())
                .contains("It &lt;i&gt;saved&lt;/i&gt; us a week.");
        anybody.form(page, with(words, "consent", "1")).expect(422);
        assertThat(quotable()).doesNotContain("saved");

        anybody.form(page, with(with(words, "place", "website"), "consent", "1"))
                .expect(303);
        assertThat(quotable()).contains("It <i>saved</i> us a week.", "\"website\"");
        assertThat(file()).contains("It <i>saved</i> us a week.");
        assertThat(anybody.get(page).body()).contains("/withdrawal").doesNotContain("<i>saved");

        anybody.get(page + "/withdrawal").expect(405);
        anybody.form(page + "/withdrawal", Map.of()).expect(303);
        assertThat(quotable()).doesNotContain("saved");
        assertThat(file()).doesNotContain("saved");
        assertThat(doors.jdbc
                        .sql("select words || name from testimonial where workspace_id = :workspace")
                        .param("workspace", acme.workspace().value())
                        .query(String.class)
                        .list())
                .as("that there was a consent is kept, what it was about is not")
                .containsOnly("");
        anybody.get("/p/nobodys").expect(404);
        anybody.form("/p/nobodys", Map.of()).expect(404);
    }

    @Test
    void lookingAtAReferralCountsNothingAndPressingDoes() {
        Response answer = acme.answer(wave, dina, 10, "The export saved our finance team a whole week.");
        promoters.handOver(acme.olga, answer.id());
        String code = standingOf(answer).code();
        var anybody = doors.anybody();
        for (int i = 0; i < 5; i++) {
            assertThat(anybody.get("/r/" + code).expect(200).body()).doesNotContain("shop.example.org", "Dina");
        }
        anybody.form("/r/" + code, Map.of("website", "https://spam.example.org"))
                .expect(200);
        assertThat(standingOf(answer).visits()).isZero();

        var gone = anybody.form("/r/" + code.toLowerCase(java.util.Locale.ROOT), Map.of())
                .expect(200);
        assertThat(gone.header("Refresh"))
                .isEqualTo("0; url=https://shop.example.org/start?lang=en&ref=" + code + "#top");
        assertThat(standingOf(answer).visits()).isEqualTo(1);

        String noted = "/programs/" + acme.program.id().value() + "/referrals";
        for (int i = 0; i < 2; i++) {
            acme.browser()
                    .post(noted, Map.of("code", " " + code.toLowerCase(java.util.Locale.ROOT), "reference", "Order 7"))
                    .expect(303);
        }
        assertThat(standingOf(answer).redeemed())
                .as("the same order counts once")
                .isEqualTo(1);
        assertThat(promoters.figures(acme.workspace(), wave)).isEqualTo(new PromoterFigures(1, 1, 1, 1, 0));
        assertThat(acme.browser()
                        .post(noted, Map.of("code", "NOBODYS1", "reference", "Order 7"))
                        .body())
                .contains("No promoter of this program has this code.");
        anybody.get("/r/NOBODYS1").expect(404);
    }

    @Test
    void aMachineThatPressesWithoutEndIsSlowedDown() {
        Response answer = acme.answer(wave, dina, 10, "Good.");
        promoters.handOver(acme.olga, answer.id());
        String code = standingOf(answer).code();
        var statuses = new java.util.TreeSet<Integer>();
        for (int i = 0; i < 130; i++) {
            statuses.add(doors.anybody().form("/r/" + code, Map.of()).status());
        }

        assertThat(statuses).containsExactly(200, 429);
    }

    @Test
    void reviewLinksAreOfferedToEverybodyWhateverTheScore() {
        for (int score : new int[] {0, 7, 10}) {
            Contact person = contact("Score" + score);
            acme.answer(wave, person, score, "As it is.");
            assertThat(doors.anybody()
                            .get(acme.invite(wave, person).path() + "?thanks=1")
                            .expect(200)
                            .body())
                    .as("showing them to promoters alone is review gating")
                    .contains("https://g.example.org/review?a=1&amp;b=2", "Google &lt;b&gt;");
        }
    }

    @Test
    void aDeletedPersonHasNoPageNoCodeAndNoQuotation() {
        Response answer = acme.answer(wave, dina, 10, "The export saved our finance team a whole week.");
        String page = promoters.handOver(acme.olga, answer.id());
        String code = standingOf(answer).code();
        doors.anybody()
                .form(page, Map.of("words", "Good.", "name", "D.", "place", "print", "consent", "1"))
                .expect(303);

        acme.api().delete("/api/v1/contacts/" + dina.id().value()).expect(204);

        doors.anybody().get(page).expect(404);
        doors.anybody().get("/r/" + code).expect(404);
        assertThat(quotable()).doesNotContain("Good.");
    }

    private Promoter.Standing standingOf(Response answer) {
        return java.util.Objects.requireNonNull(rowOf(answer).advocate());
    }

    private Promoter.Thanked thankedOf(Response answer) {
        return java.util.Objects.requireNonNull(rowOf(answer).thanks());
    }

    private Promoter rowOf(Response answer) {
        return promoters.list(acme.workspace(), wave, 100).stream()
                .filter(one -> one.response().equals(answer.id()))
                .findFirst()
                .orElseThrow();
    }

    private String quotable() {
        return acme.api()
                .get("/api/v1/programs/" + acme.program.id().value() + "/testimonials")
                .expect(200)
                .body();
    }

    private String file() {
        return acme.browser()
                .get("/programs/" + acme.program.id().value() + "/testimonials.csv")
                .expect(200)
                .body();
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var more = new java.util.HashMap<>(fields);
        more.put(name, value);
        return more;
    }

    private Contact contact(String name) {
        return doors.contacts
                .register(
                        acme.workspace(),
                        new NewContact(name + "-mail", name, Acme.email(name), null, "Acme Ltd", Map.of(), null))
                .contact();
    }

    private static String html(MimeMessage mail) throws Exception {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent();
    }
}
