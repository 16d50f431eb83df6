package org.upturn.server.followups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.alerts.messages.AlertKind;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.FollowUp;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.ContactDeletion;
import org.upturn.server.contacts.NewContact;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.Post;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.invitations.bounces.MailboxReading;
import org.upturn.server.invitations.mail.MailServer;
import org.upturn.server.invitations.mail.MailSetup;
import org.upturn.server.invitations.mail.Tls;
import org.upturn.server.kernel.Moment;
import org.upturn.server.kernel.Problem;
import org.upturn.server.responses.Response;

/** From the record to the person and back: a letter over real SMTP, its answer over real IMAP, the one question. */
@UpturnTest
class LetterMailTests {
    private static final String BOUNCES = "bounces@acme.example.org";
    private static final String GOOD = "You opened three support tickets and got no resolution from us.";

    @Autowired
    Doors doors;

    @Autowired
    MailSetup setup;

    @Autowired
    MailboxReading mailbox;

    @Autowired
    CaseLetters letters;

    @Autowired
    CaseReplies replies;

    @Autowired
    OneQuestions questions;

    @Autowired
    Conversations conversations;

    @Autowired
    ContactDeletion deletion;

    private final GreenMail post =
            new GreenMail(new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.IMAP.dynamicPort()});
    private Acme acme;
    private Contact dina;
    private CaseId item;

    @BeforeEach
    void begin() {
        post.start();
        post.setUser(BOUNCES, BOUNCES, "secret");
        acme = doors.acme();
        settings(post.getSmtp().getPort());
        setup.saveMailbox(
                acme.olga, new MailServer("127.0.0.1", post.getImap().getPort(), Tls.NONE, BOUNCES), "secret");
        dina = contact("Dina");
        item = caseOf(dina, 3, "Three support tickets, no resolution. Looking at alternatives for renewal.");
    }

    @AfterEach
    void end() {
        post.stop();
    }

    @Test
    void aLetterGoesOnceStopsTheClockAndItsAnswerStandsOnTheRecord() throws Exception {
        send(item, GOOD);
        assertThat(doors.cases.find(acme.workspace(), item).contactedAt())
                .as("nobody is in touch before the mail server took it")
                .isNull();
        MimeMessage mail = Post.first(post, dina.email());

        assertThat(mail.getFrom()[0].toString()).contains("Olga Brandt, Acme").contains("hello@acme.example.org");
        assertThat(mail.getReplyTo()[0].toString()).contains(BOUNCES);
        assertThat(mail.getHeader("References")[0]).contains(item.value().toString());
        assertThat(mail.getHeader("List-Unsubscribe")).isNull();
        assertThat((String) mail.getContent())
                .contains("Hello Dina,")
                .contains(GOOD)
                .contains("Olga Brandt");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> doors.cases.find(acme.workspace(), item).contactedAt() != null);
        assertThat(doors.cases.followUps(acme.workspace(), item))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.kind()).isEqualTo(FollowUp.Kind.CONTACTED);
                    assertThat(one.words()).isEqualTo(GOOD);
                });

        doors.cases.assign(acme.olga, item, acme.olga.id());
        deliver(answer(mail.getMessageID(), "", "Please call me on Tuesday.\n\nOn Mon, Olga wrote:\n> You opened"));
        deliver(answer(mail.getMessageID(), "Auto-Submitted: auto-replied\n", "I am away."));
        deliver(answer("<nobody@elsewhere.example>", "", "Buy now."));
        mailbox.read(acme.workspace());
        mailbox.read(acme.workspace());

        assertThat(replies.ofCase(acme.workspace(), item)).hasSize(2);
        Reply reply = replies.ofCase(acme.workspace(), item).getFirst();
        assertThat(reply.words()).isEqualTo("Please call me on Tuesday.");
        assertThat(reply.sender()).isEqualTo(dina.email());
        assertThat(replies.ofCase(acme.workspace(), item).getLast().automatic()).isTrue();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(doors.alerts.list(acme.olga, null, 20).items())
                                .as("the owner hears of what a person wrote, and not of what a machine did")
                                .filteredOn(line -> line.alert().kind() == AlertKind.REPLIED)
                                .hasSize(1));
        String page = acme.browser().get(path() + "/letters").expect(200).body();
        assertThat(page)
                .contains("Please call me on Tuesday.")
                .contains("an automatic answer")
                .doesNotContain("Buy now");

        acme.browser()
                .post(path() + "/replies/" + reply.id() + "/response", Map.of())
                .expect(303);
        assertThat(doors.cases.followUps(acme.workspace(), item).getLast().kind())
                .isEqualTo(FollowUp.Kind.RESPONSE);
        assertThatThrownBy(() -> replies.log(acme.olga, item, reply.id(), null)).isInstanceOf(Problem.class);
        send(item, "You asked for a call on Tuesday.");
        assertThat(letters.ofCase(acme.workspace(), item)
                        .getLast()
                        .mail()
                        .written()
                        .references())
                .as("the next letter answers the answer")
                .hasSize(3)
                .last()
                .isEqualTo(reply.messageId());
    }

    @Test
    void aGenericLetterDoesNotGoAndAGoodOneCanBeTakenBack() {
        var form = Map.of(
                "subject",
                "Your answer",
                "greeting",
                "Hello,",
                "firstSentence",
                "I am sorry that your experience was not what you expected.",
                "rest",
                "Regards");
        assertThat(acme.browser().post(path() + "/letters", form).expect(200).body())
                .contains("names nothing that this person said")
                .contains("I am sorry that your experience");
        assertThat(letters.suggestions(acme.workspace(), item))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(
                                letters.check(acme.workspace(), item, one).passes())
                        .isTrue());

        CaseLetter letter = send(item, GOOD);
        letters.takeBack(acme.olga, item, letter.id());

        assertThat(letters.find(acme.workspace(), item, letter.id()).state(Instant.now()))
                .isEqualTo("taken-back");
        assertThat(acme.browser()
                        .get(path() + "/letters?again=" + letter.id())
                        .expect(200)
                        .body())
                .contains(GOOD);
        assertThat(doors.cases.find(acme.workspace(), item).contactedAt()).isNull();
    }

    @Test
    void whileTheMailServerIsDeadALetterWaitsAndThenGoesOnce() throws Exception {
        settings(9);
        CaseLetter letter = send(item, GOOD);
        await().atMost(Duration.ofSeconds(40))
                .until(() -> setup.standing(acme.workspace()).restUntil() != null);
        assertThat(letters.find(acme.workspace(), item, letter.id())
                        .mail()
                        .state()
                        .word())
                .isEqualTo("queued");

        settings(post.getSmtp().getPort());

        Post.first(post, dina.email());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> letters.find(acme.workspace(), item, letter.id()).logged() != null);
        assertThat(Post.all(post, dina.email())).hasSize(1);
    }

    @Test
    void whoSaidNothingIsAskedTheOneQuestionOnceAndThenTheNextWaveIsWatched() throws Exception {
        Contact eve = contact("Eve");
        CaseId silent = caseOf(eve, 2, "");
        String path = "/cases/" + silent.value();
        assertThat(acme.browser().get(path + "/letters").expect(200).body())
                .contains("What specifically would you change?");
        assertThatThrownBy(() -> letters.send(acme.olga, silent, draft(GOOD))).isInstanceOf(Problem.class);

        acme.browser().post(path + "/question", Map.of()).expect(303);
        assertThatThrownBy(() -> questions.ask(acme.olga, silent)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> questions.ask(acme.olga, item))
                .as("who gave a reason is not asked for one")
                .isInstanceOf(Problem.class);

        MimeMessage mail = Post.first(post, eve.email());
        Moment.at(
                Instant.now().plus(Duration.ofDays(20)),
                () -> assertThat(questions
                                .find(acme.workspace(), silent)
                                .orElseThrow()
                                .state())
                        .isEqualTo("silent"));
        deliver(answer(mail.getMessageID(), "", "The opening hours, honestly."));
        mailbox.read(acme.workspace());
        assertThat(replies.ofCase(acme.workspace(), silent))
                .as("the answer may also come by mail")
                .singleElement()
                .satisfies(one -> assertThat(one.words()).contains("opening hours"));
        assertThat(letters.check(acme.workspace(), silent, "You named the opening hours.")
                        .passes())
                .isTrue();
    }

    @Test
    void aConversationToComeIsScheduledAndOneThatWasIsLogged() {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        var told = new Conversations.Told(Conversation.Kind.MEETING, tomorrow, "Dina, Olga", null);
        Conversation coming = conversations.add(acme.olga, item, told);

        assertThat(doors.cases.find(acme.workspace(), item).contactedAt()).isNull();
        assertThat(acme.browser().get(path() + "/letters").expect(200).body()).contains("Conversation scheduled");
        assertThatThrownBy(() -> conversations.note(acme.olga, item, coming.id(), "Early"))
                .isInstanceOf(Problem.class);
        Moment.at(
                tomorrow.plusSeconds(3_600),
                () -> conversations.note(acme.olga, item, coming.id(), "We fix the sync by June."));
        assertThat(doors.cases.followUps(acme.workspace(), item))
                .singleElement()
                .satisfies(one -> assertThat(one.words()).isEqualTo("Dina, Olga: We fix the sync by June."));
        assertThat(doors.cases.find(acme.workspace(), item).contactedAt()).isNotNull();
    }

    @Test
    void aLetterThatGoesWhileACallIsAgreedOnCarriesItForTheirCalendar() throws Exception {
        Instant tomorrow = Instant.now().plus(java.time.Duration.ofDays(1));
        conversations.add(
                acme.olga, item, new Conversations.Told(Conversation.Kind.CALL, tomorrow, "Dina; our boss", null));
        assertThat(acme.browser().get(path() + "/letters").body()).contains("for their calendar (.ics)");
        send(item, GOOD);

        var mail = Post.first(post, dina.email());

        var parts = (jakarta.mail.Multipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString()).contains(GOOD);
        var calendar = parts.getBodyPart(1);
        assertThat(calendar.getContentType()).startsWith("text/calendar");
        assertThat(calendar.getFileName()).isEqualTo("invitation.ics");
        String text = new String(calendar.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("Call with Olga Brandt", "END:VEVENT\r\n")
                .doesNotContain("boss", "/cases/");
    }

    @Test
    void theTeamsOwnTemplateIsFilledForEachPerson() {
        String texts = "/programs/" + acme.program.id().value() + "/letter-texts";
        acme.browser()
                .post(
                        texts,
                        Map.of(
                                "language",
                                "en",
                                "subject",
                                "About {program}",
                                "greeting",
                                "Dear {firstname},",
                                "rest",
                                "Yours, {member} ({site})"))
                .expect(303);

        LetterDraft draft = letters.draft(acme.olga, item);

        assertThat(draft.subject()).isEqualTo("About Customers");
        assertThat(draft.greeting()).isEqualTo("Dear Dina,");
        assertThat(draft.rest()).isEqualTo("Yours, Olga Brandt (North)");
        acme.browser().post(texts, Map.of("language", "en", "reset", "true")).expect(303);
        assertThat(letters.draft(acme.olga, item).greeting()).isEqualTo("Hello Dina,");
    }

    @Test
    void whenAPersonIsDeletedTheWordsGo() throws Exception {
        CaseLetter letter = send(item, GOOD);
        deletion.delete(acme.olga, dina.id());

        assertThat(letters.find(acme.workspace(), item, letter.id()).firstSentence())
                .isEmpty();
        assertThat(letters.find(acme.workspace(), item, letter.id())
                        .mail()
                        .written()
                        .text())
                .isEmpty();
        assertThat(letters.find(acme.workspace(), item, letter.id())
                        .mail()
                        .state()
                        .word())
                .isEqualTo("stopped");
    }

    private CaseLetter send(CaseId to, String sentence) {
        return letters.send(acme.olga, to, draft(sentence));
    }

    private LetterDraft draft(String sentence) {
        return letters.draft(acme.olga, item).withFirstSentence(sentence);
    }

    private String path() {
        return "/cases/" + item.value();
    }

    private void settings(int port) {
        Post.carry(doors, acme, port, BOUNCES);
    }

    private CaseId caseOf(Contact person, int score, String words) {
        Response answer = acme.answer(acme.wave("Q" + person.name()), person, score, words);
        acme.awaitReadings();
        return acme.caseOf(answer).id();
    }

    private Contact contact(String name) {
        var told =
                new NewContact(name + "-mail", name, Acme.email(name), null, "Acme Ltd", Map.of("site", "North"), null);
        return doors.contacts.register(acme.workspace(), told).contact();
    }

    private String answer(String to, String headers, String words) {
        return "From: Dina <" + dina.email() + ">\nTo: " + BOUNCES + "\nSubject: Re: Your answer\nMessage-ID: <"
                + java.util.UUID.randomUUID() + "@mail.example.org>\nIn-Reply-To: " + to + "\n" + headers
                + "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + words + "\n";
    }

    private void deliver(String mail) throws Exception {
        var session = jakarta.mail.Session.getInstance(new Properties());
        var bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        post.setUser(BOUNCES, BOUNCES, "secret").deliver(new MimeMessage(session, new ByteArrayInputStream(bytes)));
    }
}
