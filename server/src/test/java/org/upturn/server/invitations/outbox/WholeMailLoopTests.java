package org.upturn.server.invitations.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.contacts.Contact;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.invitations.bounces.MailboxReading;
import org.upturn.server.invitations.mail.DkimRecord;
import org.upturn.server.invitations.mail.MailServer;
import org.upturn.server.invitations.mail.MailSetup;
import org.upturn.server.invitations.mail.Tls;
import org.upturn.server.kernel.Moment;
import org.upturn.server.surveys.Wave;

/** From the wave to the answer, the reminder, the bounce and the goodbye, over real SMTP and IMAP. */
@UpturnTest
class WholeMailLoopTests {
    private static final String BOUNCES = "bounces@acme.example.org";

    @Autowired
    Doors doors;

    @Autowired
    MailSetup setup;

    @Autowired
    Mailings mailings;

    @Autowired
    Reminders reminders;

    @Autowired
    Postman postman;

    @Autowired
    MailFates fates;

    @Autowired
    Suppressions suppressions;

    @Autowired
    MailboxReading mailbox;

    private final GreenMail post =
            new GreenMail(new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.IMAP.dynamicPort()});
    private Acme acme;
    private Contact ada;
    private Contact ben;
    private Contact cleo;

    @BeforeEach
    void begin() {
        post.start();
        post.setUser(BOUNCES, BOUNCES, "secret");
        acme = doors.acme();
        ada = MailTesting.contact(doors, acme, "ada");
        ben = MailTesting.contact(doors, acme, "ben");
        cleo = MailTesting.contact(doors, acme, "cleo");
        setup.save(acme.olga, MailTesting.settings(post.getSmtp().getPort(), doors.url()), null);
        var imap = new MailServer("127.0.0.1", post.getImap().getPort(), Tls.NONE, BOUNCES);
        setup.saveMailbox(acme.olga, imap, "secret");
    }

    @AfterEach
    void end() {
        post.stop();
    }

    @Test
    void fromTheWaveToTheGoodbye() throws Exception {
        DkimRecord key = setup.makeKey(acme.olga, null, "s1");
        Wave wave = acme.wave("Q4");
        mailings.start(acme.olga, wave.id(), MailTesting.everyone(3));
        assertThat(post.waitForIncomingEmail(20_000, 3)).isTrue();

        Parsed mail = mailTo(ada, 0);
        checkHeaders(mail, key);
        answerFromTheMail(mail);

        Instant later = Instant.now().plus(Duration.ofDays(3)).plusSeconds(60);
        MailTesting.awaitUntil(() -> sent(wave) == 3);
        Moment.at(later, () -> {
            assertThat(reminders.queueDue(acme.workspace())).isEqualTo(2);
            assertThat(reminders.queueDue(acme.workspace())).isZero();
            postman.round(acme.workspace());
        });
        assertThat(mailsTo(ada)).hasSize(1);
        assertThat(mailsTo(ben)).hasSize(2);
        assertThat(link(mailTo(ben, 1))).as("the same link").isEqualTo(link(mailTo(ben, 0)));
        assertThat(mailTo(ben, 1).subject()).isNotEqualTo(mailTo(ben, 0).subject());

        bounce(mailTo(ben, 0), "5.1.1");
        mailbox.read(acme.workspace());
        assertThat(fates.list(acme.workspace(), ben.id(), null, null, 10).items())
                .extracting(MailFate::state)
                .contains(MailState.BOUNCED);
        assertThat(acme.browser().get("/waves/" + wave.id().value()).body())
                .as("who was not reached is not one who has not answered")
                .containsPattern("ben</strong>[\\s\\S]{0,300}?>bounced<");
        oneClick(mailTo(cleo, 0));
        assertThat(suppressions.list(acme.workspace(), null, null, 10).items())
                .extracting(Suppression::address, Suppression::reason)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(ben.email(), "bounced"),
                        org.assertj.core.groups.Tuple.tuple(cleo.email(), "unsubscribed"));
    }

    @Test
    void aTestMailIsToWhoeverAsksForItAndItsLinksRecordNothing() throws Exception {
        acme.browser().post("/settings/mail/test", Map.of()).expect(200);

        Parsed mail = mailTo(acme.olga.email(), 0);
        assertThat(mail.text()).contains("Hello Olga").doesNotContain("Hello ada", "Hello ben", "Hello cleo");
        String link = link(mail).substring(doors.url().length());
        var anybody = doors.anybody();
        assertThat(anybody.get(link + "?score=3").expect(200).body())
                .contains("This is a test.")
                .containsPattern("value=\"3\"[^>]*checked");
        anybody.form(link, Map.of("score", "3")).expect(405);
        assertThat(anybody.form(link + "/unsubscribe", Map.of("List-Unsubscribe", "One-Click"))
                        .expect(200)
                        .body())
                .contains("This is a test.");
        anybody.get(link.replace("/a/test/", "/a/test/A")).expect(404);
        anybody.get("/a/test/nothing").expect(404);
        assertThat(doors.responses.ofContact(acme.workspace(), ada.id())).isEmpty();
    }

    @Test
    void aSoftBounceIsTriedAgainAndAMailboxIsReadOnce() throws Exception {
        Wave wave = acme.wave("Q4");
        mailings.start(acme.olga, wave.id(), MailTesting.everyone());
        assertThat(post.waitForIncomingEmail(20_000, 3)).isTrue();
        MailTesting.awaitUntil(() -> sent(wave) == 3);
        bounce(mailTo(ben, 0), "4.2.2");

        mailbox.read(acme.workspace());
        mailbox.read(acme.workspace());

        MailFate fate =
                fates.list(acme.workspace(), ben.id(), null, null, 10).items().getFirst();
        assertThat(fate.state()).isEqualTo(MailState.QUEUED);
        assertThat(fate.readyAt()).isAfter(Instant.now().plus(Duration.ofHours(20)));
        assertThat(setup.standing(acme.workspace()).mailboxProblem()).isNull();
        setup.saveMailbox(acme.olga, new MailServer("127.0.0.1", 9, Tls.NONE, BOUNCES), "x");
        mailbox.read(acme.workspace());
        assertThat(setup.standing(acme.workspace()).mailboxProblem()).isNotNull();
    }

    private void checkHeaders(Parsed mail, DkimRecord key) throws Exception {
        assertThat(mail.header("List-Unsubscribe"))
                .startsWith("<" + doors.url() + "/a/")
                .endsWith("/unsubscribe>");
        assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("Message-ID")).matches("<[0-9a-f-]{36}@acme\\.example\\.org>");
        assertThat(mail.header("Date")).isNotBlank();
        assertThat(mail.text()).contains(link(mail)).contains("/unsubscribe");
        assertThat(mail.html()).doesNotContain("<img").contains("score=0").contains("score=10");
        var verifier = new DKIMVerifier((method, selector, domain) -> {
            assertThat(selector + "._domainkey." + domain).isEqualTo(key.name());
            return List.of(key.text());
        });
        assertThat(verifier.verify(new ByteArrayInputStream(mail.raw())))
                .as("another library finds the signature right")
                .hasSize(1);
    }

    private void answerFromTheMail(Parsed mail) {
        String path = link(mail).substring(doors.url().length());
        doors.anybody().get(path + "?score=9").expect(200);
        assertThat(doors.responses.ofContact(acme.workspace(), ada.id())).isEmpty();
        doors.anybody().form(path, Map.of("score", "9", "why", "Quick.")).expect(303);
        assertThat(doors.responses.ofContact(acme.workspace(), ada.id())).hasSize(1);
    }

    private void oneClick(Parsed mail) {
        String header = mail.header("List-Unsubscribe");
        String path = header.substring(1 + doors.url().length(), header.length() - 1);
        doors.anybody().get(path).expect(200);
        assertThat(suppressions.list(acme.workspace(), cleo.email(), null, 10).items())
                .as("looking takes nobody off")
                .isEmpty();
        doors.anybody().form(path, Map.of("List-Unsubscribe", "One-Click")).expect(200);
    }

    /** A notification as Postfix writes it (RFC 3464). */
    private void bounce(Parsed mail, String status) throws Exception {
        String to = mail.header("To").replaceAll(".*<|>", "");
        String report = """
                From: MAILER-DAEMON@mx.example.org
                To: %s
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

                --b1
                Content-Type: text/plain; charset=us-ascii

                I am sorry.

                --b1
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.org
                X-Postfix-Queue-ID: 4ABC

                Final-Recipient: rfc822; %s
                Original-Recipient: rfc822;%s
                Action: failed
                Status: %s
                Diagnostic-Code: smtp; 550 said the other
                    host

                --b1
                Content-Type: text/rfc822-headers

                Message-ID: %s
                To: %s

                --b1--
                """.formatted(BOUNCES, to, to, status, mail.header("Message-ID"), to)
                .replace("\n", "\r\n");
        var session = jakarta.mail.Session.getInstance(new Properties());
        var message = new MimeMessage(session, new ByteArrayInputStream(report.getBytes(StandardCharsets.ISO_8859_1)));
        post.setUser(BOUNCES, BOUNCES, "secret").deliver(message);
    }

    private long sent(Wave wave) {
        return fates.list(acme.workspace(), null, wave.id(), null, 100).items().stream()
                .filter(one -> one.state() == MailState.SENT)
                .count();
    }

    private static String link(Parsed mail) {
        Matcher link = Pattern.compile("href=\"([^\"]+)\\?score=0\"").matcher(mail.html());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private List<MimeMessage> mailsTo(Contact contact) {
        return mailsTo(contact.email());
    }

    private List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(post.getReceivedMessages())
                .filter(one -> to(one).equals(address))
                .toList();
    }

    private static String to(MimeMessage message) {
        try {
            return ((jakarta.mail.internet.InternetAddress) message.getAllRecipients()[0]).getAddress();
        } catch (jakarta.mail.MessagingException problem) {
            throw new AssertionError(problem);
        }
    }

    private Parsed mailTo(Contact contact, int which) throws Exception {
        return mailTo(contact.email(), which);
    }

    private Parsed mailTo(String address, int which) throws Exception {
        var bytes = new ByteArrayOutputStream();
        mailsTo(address).get(which).writeTo(bytes);
        Message message = new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(bytes.toByteArray()));
        return new Parsed(message, bytes.toByteArray());
    }

    /** A mail as another library reads it. */
    private record Parsed(Message message, byte[] raw) {
        String header(String name) {
            return message.getHeader().getField(name).getBody();
        }

        String subject() {
            return message.getSubject();
        }

        String text() throws Exception {
            return part(0);
        }

        String html() {
            try {
                return part(1);
            } catch (Exception problem) {
                throw new AssertionError(problem);
            }
        }

        private String part(int number) throws Exception {
            var body = (TextBody)
                    ((Multipart) message.getBody()).getBodyParts().get(number).getBody();
            return new String(body.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
