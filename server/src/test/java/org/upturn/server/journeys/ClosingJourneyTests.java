package org.upturn.server.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import jakarta.mail.Multipart;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
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
import org.upturn.server.responses.Response;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Role;

/** The four paths of a detractor (S4-12) and an owner who is away, from the mail to the closed record, in a browser. */
@UpturnTest
class ClosingJourneyTests {
    private static final String BEFORE = "Great support, thank you.";
    private static final String NOW = "Support is slow now. We look at alternatives.";

    @Autowired
    Doors doors;

    @RegisterExtension
    final Windows windows = new Windows();

    private final GreenMail post = new GreenMail(new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort()});
    private Acme acme;
    private Member rita;

    @BeforeEach
    void begin() {
        post.start();
        acme = doors.acme();
        rita = acme.member("Rita", Role.RESPONDER);
        Post.carry(doors, acme, post.getSmtp().getPort(), null);
    }

    @AfterEach
    void end() {
        post.stop();
    }

    @Test
    void aConvertedDetractorGoesFromTheAlertMailToAClosedRecordAndIsAPromoterInTheNextWave() throws Exception {
        doors.assignments.name(acme.olga, acme.program.id(), acme.olga.id(), rita.id());
        acme.answer(acme.wave("Q3", 90), acme.cleo, 9, BEFORE);
        acme.answer(acme.wave("Q4", 2), acme.cleo, 3, NOW);

        String alert = (String) ((Multipart) Post.first(post, rita.email()).getContent())
                .getBodyPart(0)
                .getContent();
        org.assertj.core.api.Assertions.assertThat(alert).contains(NOW, BEFORE);
        Page page = windows.phone(doors.url(), doors.signIn.openFor(rita));
        page.navigate(alert.replaceAll("(?s).*?(/cases/[0-9a-f-]{36}).*", "$1"));
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("converted");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText(BEFORE);
        log(page, "Contacted", "Called within the hour; she named ticket 42.");
        log(page, "Promised", "A second person on support by Monday.");
        log(page, "Delivered", "The second person began on Monday.");
        log(page, "Their response", "She stays.");
        press(page, "Close as resolved");
        assertThat(page.locator(".record-clock")).containsText("Resolved");
        Accessibility.check(page);

        acme.answer(acme.wave("Q1"), acme.cleo, 10, "Support answers within the hour.");
        page.reload();
        assertThat(page.locator(".answers")).containsText("Q1");
        page.navigate("/loop");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("3 → 10");
        page.navigate("/contacts/" + acme.cleo.id().value());
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("Support answers within the hour.");
    }

    @Test
    void aSilentDetractorIsAskedTheOneQuestionAndTheRecordGetsItsReason() throws Exception {
        doors.assignments.name(acme.olga, acme.program.id(), acme.olga.id(), null);
        Contact mute = contact("Mute");
        Response answer = acme.answer(acme.wave("Q4"), mute, 2, "");
        acme.awaitReadings();
        String record = "/cases/" + acme.caseOf(answer).id().value();
        Page page = windows.desktop(doors.url(), doors.signIn.openFor(acme.olga));
        page.navigate(record);
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("silent");
        press(page, "Ask the one question");
        assertThat(page.getByText("The one question is out.")).isVisible();

        String mail = text(Post.first(post, mute.email()).getContent());
        org.assertj.core.api.Assertions.assertThat(mail).contains("What specifically would you change?");
        Page theirs = windows.phone(doors.url());
        theirs.navigate(mail.replaceAll("(?s).*?" + Pattern.quote(doors.url()) + "(/c/[\\w-]+).*", "$1"));
        theirs.locator("textarea").first().fill("The opening hours: nobody is there after five.");
        theirs.getByRole(AriaRole.BUTTON).last().click();
        assertThat(theirs.getByRole(AriaRole.HEADING)).hasText("Thank you");

        page.waitForCondition(() -> {
            page.reload();
            return page.getByText("nobody is there after five").count() > 0;
        });
        assertThat(page.getByText("The one question was answered.")).isVisible();
    }

    @Test
    void aChronicDetractorGoesToRenewalTriageAndIsPartedWithOnGoodTerms() {
        doors.assignments.name(acme.olga, acme.program.id(), acme.olga.id(), null);
        String rules = "/api/v1/programs/" + acme.program.id().value() + "/routing/rules";
        acme.api()
                .put(
                        rules + "/draft",
                        Map.of(
                                "rules",
                                List.of(Map.of(
                                        "name",
                                        "Renewal triage",
                                        "subtypes",
                                        List.of("chronic"),
                                        "to",
                                        "members",
                                        "members",
                                        List.of(rita.id().value())))))
                .expect(200);
        acme.api().post(rules + "/activation", Map.of()).expect(200);
        acme.answer(acme.wave("Q3", 90), acme.dan, 4, "Support took three days.");
        Response again = acme.answer(acme.wave("Q4"), acme.dan, 3, "Still slow, we leave in June.");
        acme.awaitReadings();

        Page page = windows.phone(doors.url(), doors.signIn.openFor(rita));
        page.navigate("/cases?mine=true");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Dan"))
                .first()
                .click();
        page.waitForURL("**/cases/" + acme.caseOf(again).id().value());
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("Renewal triage");
        assertThat(page.getByText("Part on good terms")).hasCount(0);
        log(page, "Contacted", "They move to their parent's system.");
        page.getByText("Part on good terms").click();
        page.getByLabel("What was agreed with the person?").fill("Ends in June; we export their data by May.");
        press(page, "Close as parted");
        assertThat(page.locator(".record-clock")).containsText("Parted on good terms");
        Accessibility.check(page);
    }

    @Test
    void whoGoesOnLeaveIsCoveredAndTheCaseSaysForWhom() {
        doors.assignments.name(acme.olga, acme.program.id(), rita.id(), null);
        Page page = windows.desktop(doors.url(), doors.signIn.openFor(acme.olga));
        page.navigate("/duty");
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        page.locator("select[name=who]").selectOption(new SelectOption().setLabel("Rita"));
        page.getByLabel("First day").fill(today.minusDays(1).toString());
        page.getByLabel("Last day").fill(today.plusDays(7).toString());
        page.locator("select[name=cover]").selectOption(new SelectOption().setLabel("Olga Brandt"));
        press(page, "Add leave");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("Olga Brandt covers");
        Accessibility.check(page);

        Response answer = acme.answer(acme.wave("Q4"), acme.ben, 4, "Support is slow.");
        acme.awaitReadings();
        page.navigate("/cases/" + acme.caseOf(answer).id().value());
        assertThat(page.getByRole(AriaRole.MAIN)).containsText(Pattern.compile("Olga Brandt.*Rita", Pattern.DOTALL));
        org.assertj.core.api.Assertions.assertThat(acme.caseOf(answer).owner()).isEqualTo(acme.olga.id());
    }

    private Contact contact(String name) {
        var told = new NewContact(name, name, Acme.email(name), null, null, Map.of(), null);
        return doors.contacts.register(acme.workspace(), told).contact();
    }

    private static void log(Page page, String kind, String words) {
        page.getByLabel(kind, new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("In your words").fill(words);
        press(page, "Log it");
        assertThat(page.locator("#loop .log")).containsText(words);
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static String text(Object content) throws Exception {
        return content instanceof Multipart parts ? text(parts.getBodyPart(0).getContent()) : content.toString();
    }
}
