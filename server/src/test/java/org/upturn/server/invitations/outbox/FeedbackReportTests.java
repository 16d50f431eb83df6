package org.upturn.server.invitations.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.contacts.Contact;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.invitations.bounces.MailboxReading;
import org.upturn.server.invitations.mail.MailServer;
import org.upturn.server.invitations.mail.MailSetup;
import org.upturn.server.invitations.mail.Tls;
import org.upturn.server.surveys.Wave;

/** Feedback reports (ARF, RFC 5965) as mailbox providers write them, read from a real mailbox over IMAP. */
@UpturnTest
class FeedbackReportTests {
    private static final String BOUNCES = "bounces@acme.example.org";

    @Autowired
    Doors doors;

    @Autowired
    MailSetup setup;

    @Autowired
    Mailings mailings;

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
    void send() {
        post.start();
        post.setUser(BOUNCES, BOUNCES, "secret");
        acme = doors.acme();
        ada = MailTesting.contact(doors, acme, "ada");
        ben = MailTesting.contact(doors, acme, "ben");
        cleo = MailTesting.contact(doors, acme, "cleo");
        setup.save(acme.olga, MailTesting.settings(post.getSmtp().getPort(), doors.url()), null);
        setup.saveMailbox(
                acme.olga, new MailServer("127.0.0.1", post.getImap().getPort(), Tls.NONE, BOUNCES), "secret");
        Wave wave = acme.wave("Q4");
        mailings.start(acme.olga, wave.id(), MailTesting.everyone());
        MailTesting.awaitUntil(() -> fates.list(acme.workspace(), null, wave.id(), null, 10).items().stream()
                        .filter(one -> one.state() == MailState.SENT)
                        .count()
                == 3);
    }

    @AfterEach
    void end() {
        post.stop();
    }

    @Test
    void whoeverReportsAMailAsSpamGetsNoMore() throws Exception {
        // Everything that RFC 5965 knows (its appendix B.2), and as little as many providers tell: no recipient
        // anywhere.
        report(full("abuse", ada.email(), messageId(ada)));
        report(bare("abuse", messageId(ben)));
        mailbox.read(acme.workspace());

        assertThat(state(ada)).isEqualTo(MailState.COMPLAINED);
        assertThat(state(ben)).isEqualTo(MailState.COMPLAINED);
        assertThat(state(cleo)).isEqualTo(MailState.SENT);
        assertThat(suppressions.list(acme.workspace(), null, null, 10).items())
                .extracting(Suppression::address, Suppression::reason)
                .containsExactlyInAnyOrder(
                        Tuple.tuple(ada.email(), "complained"), Tuple.tuple(ben.email(), "complained"));
    }

    @Test
    void whatIsNoComplaintOrAboutNoMailOfOursChangesNothing() throws Exception {
        report(full("not-spam", ada.email(), messageId(ada)));
        report(full("auth-failure", ben.email(), messageId(ben)));
        report(full("abuse", "stranger@example.org", "<" + UUID.randomUUID() + "@acme.example.org>"));
        report(bare("abuse", "<8787KJKJ3K4J3K4J3K4J3.mail@example.net>"));
        mailbox.read(acme.workspace());

        for (Contact one : new Contact[] {ada, ben, cleo}) {
            assertThat(state(one)).isEqualTo(MailState.SENT);
        }
        assertThat(suppressions.list(acme.workspace(), null, null, 10).items()).isEmpty();
        assertThat(setup.standing(acme.workspace()).mailboxProblem()).isNull();
    }

    private static String full(String type, String to, String messageId) {
        return """
                From: <abusedesk@example.com>
                Date: Thu, 8 Mar 2005 17:40:36 EDT
                Subject: FW: Earn money
                To: <abuse@example.net>
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=feedback-report;
                     boundary="part1_13d.2e68ed54_boundary"

                --part1_13d.2e68ed54_boundary
                Content-Type: text/plain; charset="US-ASCII"
                Content-Transfer-Encoding: 7bit

                This is an email abuse report for an email message received from IP 192.0.2.1.

                --part1_13d.2e68ed54_boundary
                Content-Type: message/feedback-report

                Feedback-Type: %s
                User-Agent: SomeGenerator/1.0
                Version: 1
                Original-Mail-From: <bounces@acme.example.org>
                Original-Rcpt-To: <%s>
                Arrival-Date: Thu, 8 Mar 2005 14:00:00 EDT
                Reporting-MTA: dns; mail.example.com
                Source-IP: 192.0.2.1
                Authentication-Results: mail.example.com;
                               spf=fail smtp.mail=somespammer@example.com
                Reported-Domain: example.net
                Reported-Uri: http://example.net/earn_money.html

                --part1_13d.2e68ed54_boundary
                Content-Type: message/rfc822
                Content-Disposition: inline

                Received: from mailserver.example.net (mailserver.example.net [192.0.2.1])
                     by example.com with ESMTP id M63d4137594e46;
                     Thu, 08 Mar 2005 14:00:00 -0400
                From: <hello@acme.example.org>
                To: <%s>
                Subject: How likely?
                MIME-Version: 1.0
                Content-type: text/plain
                Message-ID: %s
                Date: Thu, 02 Sep 2004 12:31:03 -0500

                Hello.
                --part1_13d.2e68ed54_boundary--
                """.formatted(type, to, to, messageId);
    }

    private static String bare(String type, String messageId) {
        return """
                From: <feedback@example.com>
                Subject: complaint
                MIME-Version: 1.0
                Content-Type: multipart/report; boundary=b; report-type=feedback-report

                --b
                Content-Type: text/plain

                Somebody pressed the button.

                --b
                Content-Type: message/feedback-report

                Feedback-Type: %s
                User-Agent: SomeGenerator/1.0
                Version: 0.1

                --b
                Content-Type: text/rfc822-headers

                From: <hello@acme.example.org>
                To: <redacted@example.com>
                Message-ID: %s

                --b--
                """.formatted(type, messageId);
    }

    private void report(String text) throws Exception {
        byte[] bytes = text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        var session = jakarta.mail.Session.getInstance(new Properties());
        post.setUser(BOUNCES, BOUNCES, "secret").deliver(new MimeMessage(session, new ByteArrayInputStream(bytes)));
    }

    private MailState state(Contact contact) {
        return fates.list(acme.workspace(), contact.id(), null, null, 10)
                .items()
                .getFirst()
                .state();
    }

    private String messageId(Contact contact) throws Exception {
        for (MimeMessage one : Arrays.asList(post.getReceivedMessages())) {
            if (one.getAllRecipients()[0].toString().contains(contact.email())) {
                return one.getMessageID();
            }
        }
        throw new AssertionError("no mail to " + contact.name());
    }
}
