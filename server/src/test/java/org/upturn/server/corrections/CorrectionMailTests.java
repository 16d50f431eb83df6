package org.upturn.server.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
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
import org.upturn.server.invitations.outbox.MailFates;
import org.upturn.server.invitations.outbox.MailState;
import org.upturn.server.invitations.outbox.Skip;
import org.upturn.server.invitations.outbox.Suppressions;
import org.upturn.server.kernel.Moment;
import org.upturn.server.responses.Response;
import org.upturn.server.surveys.Wave;

/** From a score without words to the words: the rule, the mail over real SMTP, the link, the new version, the reading. */
@UpturnTest
class CorrectionMailTests {
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+/c/[^\"]+)\"");

    @Autowired
    Doors doors;

    @Autowired
    Corrections corrections;

    @Autowired
    CorrectionRules rules;

    @Autowired
    Suppressions suppressions;

    @Autowired
    MailFates fates;

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
        dina = contact("Dina", Acme.email("dina"));
    }

    @AfterEach
    void end() {
        post.stop();
    }

    @Test
    void aRuleAsksADetractorWithoutAReasonAndTheWordsBecomeANewVersion() throws Exception {
        rules.turnOn(acme.olga, acme.program.id(), RuleKind.DETRACTOR_WHY, Duration.ofHours(2), 14);
        Response answer = acme.answer(wave, dina, 3, "");
        Instant before = answer.answeredAt().plus(Duration.ofMinutes(119));
        Instant due = answer.answeredAt().plus(Duration.ofMinutes(121));
        Moment.at(before, () -> assertThat(askDue()).isZero());

        Moment.at(due, () -> {
            assertThat(askDue()).isEqualTo(1);
            assertThat(askDue()).as("never twice").isZero();
        });
        awaitDue();
        MimeMessage mail = Post.first(post, dina.email());
        assertThat(mail.getSubject()).isEqualTo("One question about your answer");
        assertThat(mail.getHeader("List-Unsubscribe")[0]).contains("/a/").contains("/unsubscribe");
        var matcher = LINK.matcher(html(mail));
        assertThat(matcher.find()).isTrue();
        String path = matcher.group(1).substring(doors.url().length());
        assertThat(html(mail)).doesNotContain("score=0");

        assertThat(doors.anybody().get(path).expect(200).body()).contains("<span class=\"score\">3</span>");
        doors.anybody()
                .form(path, Map.of("why", "Support answers after a week."))
                .expect(303);

        Response now = doors.responses.find(acme.workspace(), answer.id());
        assertThat(now.version()).isEqualTo(2);
        assertThat(now.score().value()).isEqualTo(3);
        assertThat(now.verbatim()).isEqualTo("Support answers after a week.");
        assertThat(corrections.ofResponse(acme.workspace(), answer.id()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.by().rule()).isEqualTo(RuleKind.DETRACTOR_WHY);
                    assertThat(one.by().member()).isNull();
                    assertThat(one.course().outcome()).isEqualTo("answered");
                    assertThat(one.course().version()).isEqualTo(2);
                    assertThat(one.course().mail()).isEqualTo("sent");
                });
        acme.awaitReadings();
        assertThat(doors.readings
                        .find(acme.workspace(), answer.id())
                        .orElseThrow()
                        .themes())
                .as("the words are read like any others")
                .isNotEmpty();
        doors.anybody().form(path, Map.of("why", "Once more.")).expect(409);
        assertThat(doors.responses.find(acme.workspace(), answer.id()).version())
                .isEqualTo(2);
        String record = acme.browser()
                .get("/responses/" + answer.id().value() + "/corrections")
                .expect(200)
                .body();
        assertThat(record).contains("asked by the rule", "Detractors without a reason", "As first answered");
        assertThat(acme.browser()
                        .get("/contacts/" + dina.id().value() + "/mails")
                        .expect(200)
                        .body())
                .contains("Follow-up question");
    }

    @Test
    void whoMendedItUnaskedIsNotAskedAndNobodyTwiceForTheSameReason() {
        rules.turnOn(acme.olga, acme.program.id(), RuleKind.DETRACTOR_WHY, Duration.ofHours(2), 14);
        rules.turnOn(acme.olga, acme.program.id(), RuleKind.ANY_WHY, Duration.ofHours(2), 14);
        Response answer = acme.answer(wave, dina, 3, "");
        Response other = acme.answer(wave, contact("Emil", Acme.email("emil")), 2, "");
        doors.responses.answer(
                acme.invited(wave, dina), new org.upturn.server.kernel.Score(3), "Support answers after a week.");

        Moment.at(other.answeredAt().plus(Duration.ofHours(3)), () -> {
            askDue();
            assertThat(rules.askDue(acme.workspace(), acme.program.id(), RuleKind.ANY_WHY))
                    .isZero();
        });

        assertThat(corrections.ofResponse(acme.workspace(), answer.id()))
                .filteredOn(one -> one.reason() == Reason.MISSING_WHY)
                .isEmpty();
        assertThat(corrections.ofResponse(acme.workspace(), other.id())).hasSize(1);
    }

    @Test
    void reasonsNotToMailStandOnTheRecord() {
        Response answer = acme.answer(wave, dina, 3, "");
        suppressions.add(acme.olga, dina.email());
        String page = "/responses/" + answer.id().value() + "/corrections";

        assertThat(acme.browser().get(page + "/new").expect(200).body()).contains("on the list of the unsubscribed");
        acme.api().post("/api/v1" + page, Map.of("reason", "missing-why")).expect(409);
        var asked = corrections.askAll(acme.olga, wave.id(), RuleKind.DETRACTOR_WHY, null, null);

        assertThat(asked.asked()).isZero();
        assertThat(asked.skipped()).containsValue(1);
        assertThat(acme.browser().get(page).expect(200).body()).contains("not asked");
    }

    @Test
    void aSecondLetterWithinTheQuietDaysIsTooMany() {
        Response answer = acme.answer(wave, dina, 3, "");
        Correction first = corrections.ask(acme.olga, answer.id(), request(Reason.MISSING_WHY, true));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> fates.list(acme.workspace(), dina.id(), null, null, 5).items().stream()
                        .anyMatch(one -> one.state() == MailState.SENT));
        corrections.withdraw(acme.olga, answer.id(), first.id());

        assertThat(corrections.refusal(acme.workspace(), answer)).contains(Skip.RECENT);
        Moment.at(
                Instant.now().plus(Duration.ofDays(31)),
                () -> assertThat(corrections.refusal(acme.workspace(), answer)).isEmpty());
    }

    @Test
    void aMistypedAddressWaitsForAPerson() {
        rules.turnOn(acme.olga, acme.program.id(), RuleKind.EMAIL, Duration.ZERO, 14);
        Contact fred = contact("Fred", "fred." + System.nanoTime() + "@gmial.com");
        Response answer = acme.answer(wave, fred, 9, "Quick.");
        assertThat(rules.preview(acme.workspace(), acme.program.id(), RuleKind.EMAIL))
                .isEqualTo(1);

        Moment.at(
                answer.answeredAt().plusSeconds(60),
                () -> rules.askDue(acme.workspace(), acme.program.id(), RuleKind.EMAIL));

        Correction waiting = corrections
                .waitingForAPerson(acme.workspace(), acme.program.id())
                .getFirst();
        String path = corrections.path(waiting.id());
        assertThat(acme.browser()
                        .get("/programs/" + acme.program.id().value() + "/corrections")
                        .expect(200)
                        .body())
                .contains(path);
        assertThat(doors.anybody().get(path).expect(200).body()).contains("@gmail.com");
        doors.anybody().form(path, Map.of("email", "nonsense")).expect(422);
        doors.anybody().form(path, Map.of("email", "fred.right@gmail.com")).expect(303);
        assertThat(doors.contacts.find(acme.workspace(), fred.id()).email()).isEqualTo("fred.right@gmail.com");
        assertThat(doors.responses.find(acme.workspace(), answer.id()).version())
                .isEqualTo(1);
    }

    static Request request(Reason reason, boolean mail) {
        return new Request(reason, null, null, mail, null);
    }

    private int askDue() {
        return rules.askDue(acme.workspace(), acme.program.id(), RuleKind.DETRACTOR_WHY);
    }

    /** The letter was queued on a day to come; the outbox of today takes it when its time is today's. */
    private void awaitDue() {
        doors.jdbc
                .sql("update mail_message set ready_at = ready_at - interval '3 hours' where workspace_id = :workspace")
                .param("workspace", acme.workspace().value())
                .update();
    }

    private Contact contact(String name, String email) {
        return doors.contacts
                .register(
                        acme.workspace(),
                        new NewContact(name + "-mail", name, email, null, "Acme Ltd", Map.of("site", "North"), null))
                .contact();
    }

    private static String html(MimeMessage mail) throws Exception {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent();
    }
}
