package org.upturn.server.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.NewContact;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.Post;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.invitations.bounces.MailboxReading;
import org.upturn.server.invitations.mail.MailServer;
import org.upturn.server.invitations.mail.MailSetup;
import org.upturn.server.invitations.mail.Tls;

/** From the record to the person and back, in a browser, over real SMTP and IMAP. */
@UpturnTest
class LetterJourneyTests {
    private static final String BOUNCES = "bounces@acme.example.org";

    @Autowired
    Doors doors;

    @Autowired
    MailSetup setup;

    @Autowired
    MailboxReading mailbox;

    @RegisterExtension
    final Windows windows = new Windows();

    private final GreenMail post =
            new GreenMail(new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.IMAP.dynamicPort()});
    private Acme acme;

    @BeforeEach
    void begin() {
        post.start();
        post.setUser(BOUNCES, BOUNCES, "secret");
        acme = doors.acme();
        Post.carry(doors, acme, post.getSmtp().getPort(), BOUNCES);
        setup.saveMailbox(
                acme.olga, new MailServer("127.0.0.1", post.getImap().getPort(), Tls.NONE, BOUNCES), "secret");
    }

    @AfterEach
    void end() {
        post.stop();
    }

    @Test
    void aGenericSentenceIsRefusedASuggestionEditedAndTheirAnswerStandsOnTheRecord() throws Exception {
        var told = new NewContact("Dina-1", "Dina Weiss", Acme.email("dina"), null, "Acme Ltd", Map.of(), null);
        Contact dina = doors.contacts.register(acme.workspace(), told).contact();
        var answer = acme.answer(
                acme.wave("Q4"),
                dina,
                3,
                "Three support tickets about the sync, no resolution. Looking at alternatives.");
        acme.awaitReadings();
        String record = "/cases/" + acme.caseOf(answer).id().value();
        Page page = windows.desktop(doors.url(), doors.signIn.openFor(acme.olga));
        page.navigate(record);
        Accessibility.check(page);

        Locator sentence = page.getByLabel("First sentence, by hand");
        sentence.fill("I am sorry that your experience did not meet your expectations.");
        page.getByText("Send", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                .containsText("names nothing that this person said");

        page.locator(".suggestions button").first().click();
        assertThat(sentence).hasValue(java.util.regex.Pattern.compile("You wrote: “.*"));
        sentence.fill(sentence.inputValue() + " I have read all three support tickets.");
        page.getByText("Send", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".letter-ours")).containsText("goes in a few seconds");
        assertThat(page.locator(".letter-ours .letter-state"))
                .hasText("sent", new LocatorAssertions.HasTextOptions().setTimeout(60_000));
        Accessibility.check(page);

        MimeMessage mail = Post.first(post, dina.email());
        Assertions.assertTrue(((String) mail.getContent()).contains("I have read all three support tickets."));
        reply(dina, mail.getMessageID());
        mailbox.read(acme.workspace());
        page.navigate(record);
        assertThat(page.locator("#letters .letter-theirs")).containsText("Tuesday at ten is fine.");
        assertThat(page.locator("#letters")).not().containsText("Your own words again");
        page.getByText("Log as their response").click();
        assertThat(page.locator("#loop .log-response")).containsText("Tuesday at ten is fine.");
        Accessibility.check(page);

        Page phone = windows.withoutJavaScript(doors.url(), Windows.PHONE);
        phone.context().addCookies(page.context().cookies());
        phone.navigate(record + "/letters");
        assertThat(phone.locator(".letter-theirs")).containsText("Tuesday at ten is fine.");
        Assertions.assertEquals(
                Boolean.TRUE,
                phone.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }

    private void reply(Contact from, String to) throws Exception {
        String mail =
                "From: " + from.email() + "\r\nTo: " + BOUNCES + "\r\nSubject: Re: Your answer\r\nMessage-ID: <r1@"
                        + "mail.example.org>\r\nIn-Reply-To: " + to + "\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: text/html; charset=utf-8\r\n\r\n"
                        + "<div>Tuesday at ten is fine.</div><blockquote>Your own words again</blockquote>\r\n";
        var session = jakarta.mail.Session.getInstance(new Properties());
        post.setUser(BOUNCES, BOUNCES, "secret")
                .deliver(new MimeMessage(session, new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
    }
}
