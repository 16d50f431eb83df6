package org.upturn.server.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.changes.Changes;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.NewContact;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.surveys.Wave;

/** One theme from the list to the person who said it. */
@UpturnTest
class ThemePageTests {
    private static final String THEME = "/themes/slow-response";

    @Autowired
    Doors doors;

    @RegisterExtension
    final Windows windows = new Windows();

    private Acme acme;
    private Wave second;

    @BeforeEach
    void letThemAnswer() {
        acme = doors.acme();
        Wave first = acme.wave("Q3", 90);
        second = acme.wave("Q4", 2);
        acme.answer(first, acme.dan, 3, "I waited three days for an answer from support.");
        for (int i = 0; i < 22; i++) {
            acme.answer(second, person(i), i % 7, "I waited " + (i + 2) + " days for an answer from support.");
        }
        acme.answer(second, acme.ada, 10, "Everything works.");
        acme.awaitReadings();
        doors.changes.make(
                acme.olga,
                acme.program.id(),
                new Changes.NewChange("slow-response", "Two more people", "You told us, and we changed it."));
    }

    @Test
    void showsHowAThemeGoesAndLeadsToWhoSaidIt() {
        Page page = windows.desktop(doors.url(), doors.signIn.openFor(acme.olga));
        page.navigate("/themes");
        page.locator(".bars a").first().click();

        assertThat(page).hasURL(Pattern.compile(THEME + "\\?program=[-0-9a-f]+&wave=[-0-9a-f]+$"));
        assertThat(page.locator(".standing-now")).containsText("detractors name it");
        assertThat(page.locator(".trend .point")).hasCount(3); // two waves and the legend
        assertThat(page.locator("#by-wave tbody tr")).hasCount(2);
        assertThat(page.locator("#quotations .voice")).hasCount(20);
        assertThat(page.locator("#quotations mark").first()).not().isEmpty();
        assertThat(page.locator(".certainty").first()).hasText(Pattern.compile("Sure|Likely|Perhaps"));
        Accessibility.check(page);

        page.getByText("Show more").click();
        assertThat(page.locator("#quotations .voice")).hasCount(2);
        page.locator("select[name=group]").selectOption("promoter");
        assertThat(page.locator("#quotations .empty")).containsText("No quotation fits");
        assertThat(page).hasURL(Pattern.compile("&group=promoter$"));
        Accessibility.check(page);
        page.getByText("See all of them").click();
        page.locator("#quotations .case-head a").first().click();
        assertThat(page).hasURL(Pattern.compile("/cases/"));
        page.locator(".evidence a").first().click();
        assertThat(page).hasURL(Pattern.compile("/themes/"));
    }

    @Test
    void choosesAWaveAndQuotationsWithoutJavaScript() {
        Page page = Windows.signedIn(
                windows.withoutJavaScript(doors.url(), Windows.PHONE), doors.url(), doors.signIn.openFor(acme.olga));
        page.navigate(THEME);
        page.locator(".filters a").first().click();
        assertThat(page.locator("#quotations .voice")).hasCount(1);

        page.locator("select[name=group]").selectOption("passive");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Choose"))
                .press("Enter");
        assertThat(page.locator("#quotations .empty")).isVisible();
        page.getByText("What do share, points, gap and silent mean?").press("Enter");
        assertThat(page.locator(".means dl")).containsText("without them NPS would be");
    }

    @Test
    void saysWhatToDoWhileThereIsNothingToShow() {
        Acme quiet = doors.acme();
        Page page = windows.desktop(doors.url(), doors.signIn.openFor(quiet.olga));
        page.navigate(THEME);
        assertThat(page.locator(".empty")).containsText("Open a wave");

        quiet.answer(quiet.wave("Q4"), quiet.ada, 10, "Everything works.");
        quiet.awaitReadings();
        page.navigate(THEME);
        assertThat(page.locator("#quotations .empty")).containsText("Nobody names it in Q4");
        Accessibility.check(page);
    }

    @Test
    void aKeyOfAnySignsHasItsPage() {
        var api = acme.api();
        String base = "/api/v1/programs/" + acme.program.id().value() + "/codebook";
        var themes = List.of(
                Map.of("id", "24/7; 50 %", "name", "Round the clock", "description", "Waiting for an answer at night"));
        api.put(base + "/draft", Map.of("themes", themes)).expect(200);
        api.post(base + "/activation", Map.of("note", "")).expect(202);
        org.awaitility.Awaitility.await()
                .until(() -> doors.codebooks
                        .active(acme.workspace(), acme.program.id())
                        .codebook()
                        .theme("24/7; 50 %")
                        .isPresent());

        Page page = windows.desktop(doors.url(), doors.signIn.openFor(acme.olga));
        page.navigate("/themes/24~002f7~003b~002050~0020~0025");
        assertThat(page.locator("h1")).hasText("Round the clock");
    }

    private Contact person(int number) {
        String id = "P" + number;
        return doors.contacts
                .register(acme.workspace(), new NewContact(id, "Person " + number, null, null, null, Map.of(), null))
                .contact();
    }
}
