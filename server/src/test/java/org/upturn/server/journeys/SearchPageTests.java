package org.upturn.server.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.surveys.Wave;

/** Looking for what somebody said, with a browser and without JavaScript. */
@UpturnTest
class SearchPageTests {
    @Autowired
    Doors doors;

    @RegisterExtension
    final Windows windows = new Windows();

    private Acme acme;

    @BeforeEach
    void letThemAnswer() {
        acme = doors.acme();
        Wave wave = acme.wave("Q4");
        acme.answer(wave, acme.cleo, 2, "Support is slow and <b>nobody</b> answers the phone.");
        acme.answer(wave, acme.dan, 3, "The helpdesk is slow too: I waited for hours on the phone.");
        acme.answer(wave, acme.ada, 10, "Everything works.");
        acme.awaitReadings();
    }

    @Test
    void refinesAsOneTypesAndTheAddressHoldsTheSearch() {
        Page page = windows.desktop(doors.url(), doors.signIn.openFor(acme.olga));
        page.navigate("/");
        page.locator(".places").getByText("Verbatims").click();
        assertThat(page.locator(".voice")).hasCount(3);

        page.getByLabel("Search in what people said").fill("slow -helpdesk");
        assertThat(page.locator(".voice")).hasCount(1);
        assertThat(page.locator(".voice mark")).hasText("slow");
        assertThat(page.locator(".voice .said")).hasText("Support is slow and <b>nobody</b> answers the phone.");
        assertThat(page).hasURL(Pattern.compile("/verbatims\\?program=[-0-9a-f]+&q=slow\\+-helpdesk$"));
        Accessibility.check(page);

        page.reload();
        assertThat(page.locator(".voice")).hasCount(1);
        page.getByText("Filters", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("Group").selectOption("promoter");
        assertThat(page.locator("#found .empty")).containsText("No verbatim fits all of that");
        Accessibility.check(page);
        page.getByText("See all verbatims").click();
        assertThat(page.locator(".voice")).hasCount(3);
    }

    /** The navigation keeps the places that are used most in sight; the others are one press away, by keyboard too. */
    @Test
    void onAPhoneTheOtherPlacesOpenByKeyboardAndWithoutJavaScript() {
        Page page = Windows.signedIn(
                windows.withoutJavaScript(doors.url(), Windows.PHONE), doors.url(), doors.signIn.openFor(acme.olga));
        page.navigate("/verbatims");
        var waves = page.locator(".places").getByText("Waves");
        assertThat(waves).isHidden();

        page.getByText("More", new Page.GetByTextOptions().setExact(true)).press("Enter");
        assertThat(waves).isVisible();
        page.keyboard().press("Escape");
        assertThat(waves).isHidden();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/codebook"));
    }

    @Test
    void thePlacesOpenOnAPhoneAreForEverybody() {
        Page page = Windows.signedIn(windows.phone(doors.url()), doors.url(), doors.signIn.openFor(acme.olga));
        page.navigate("/waves");
        page.getByText("More", new Page.GetByTextOptions().setExact(true)).click();
        Accessibility.check(page);
        page.locator(".places").getByText("Contacts").click();
        assertThat(page).hasURL(Pattern.compile("/contacts"));
    }

    @Test
    void showsWhatMeansNearlyTheSame() {
        Page page = windows.desktop(doors.url(), doors.signIn.openFor(acme.olga));
        page.navigate("/verbatims?q=nobody");
        page.getByText("More like this").click();
        assertThat(page.locator(".card .voice").first()).containsText("The helpdesk is slow too");
        Accessibility.check(page);
        page.locator(".card .voice").getByRole(AriaRole.LINK).first().click();
        assertThat(page).hasURL(Pattern.compile("/cases/"));
    }

    @Test
    void savesDeletesAndSavesAgainWithoutJavaScript() {
        Page page = Windows.signedIn(
                windows.withoutJavaScript(doors.url(), Windows.PHONE), doors.url(), doors.signIn.openFor(acme.olga));
        page.navigate("/verbatims");
        page.getByLabel("Search in what people said").fill("\"on the phone\"");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Search").setExact(true))
                .click();
        assertThat(page.locator(".voice mark")).hasText("on the phone");

        save(page, "Phone");
        page.navigate("/verbatims");
        page.locator("#saved").getByText("Phone").first().click();
        assertThat(page.locator(".voice")).hasCount(1);
        save(page, "Phone");
        assertThat(page.locator(".problem")).containsText("Choose another name");

        page.locator("#saved").getByText("Delete").click();
        assertThat(page.locator("#saved")).containsText("“Phone” is deleted");
        page.locator("#saved button").getByText("Save").click();
        assertThat(page.locator("#saved li")).hasCount(1);
    }

    private static void save(Page page, String name) {
        page.getByText("Save this search").click();
        page.getByLabel("Name").fill(name);
        page.locator("#saved form.stack button").click();
    }
}
