package org.upturn.server.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.surveys.Wave;
import org.upturn.server.workspaces.Role;

/** From what nobody listens for to a theme of the codebook; with JavaScript and without. */
@UpturnTest
class DiscoveryJourneyTests {
    private static final int LONGEST_MILLIS = 60_000;

    @Autowired
    Doors doors;

    @RegisterExtension
    final Windows windows = new Windows();

    private Acme acme;
    private Wave wave;
    private Page page;

    @BeforeEach
    void letPeopleSayWhatNoThemeCovers() {
        acme = doors.acme();
        Wave before = acme.wave("Q3", 90);
        wave = acme.wave("Q4");
        acme.answer(before, acme.ada, 6, "I found no parking space on Monday.");
        acme.answer(wave, acme.ada, 7, "I found no parking space on Tuesday.");
        acme.answer(wave, acme.ben, 3, "I found no parking space on Wednesday.");
        acme.answer(wave, acme.cleo, 2, "I found no parking space on Thursday.");
        for (String room : new String[] {"hall", "lobby", "corridor", "kitchen"}) {
            acme.answer(wave, acme.contact("Guest of the " + room), 5, "The music in the " + room + " is too loud.");
        }
        acme.awaitReadings();
    }

    @Test
    void aGroupBecomesAThemeAndAnotherIsSetAside() {
        page = windows.desktop(doors.url(), doors.signIn.openFor(acme.olga));
        wholeWay();
    }

    @Test
    void theSameWithoutJavaScriptOnAPhone() {
        page = windows.withoutJavaScript(doors.url(), Windows.PHONE);
        Windows.signedIn(page, doors.url(), doors.signIn.openFor(acme.olga));
        wholeWay();
    }

    private void wholeWay() {
        page.navigate("/codebook");
        page.locator(".head").getByText("Discover").click();
        assertThat(group("parking")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONGEST_MILLIS));
        assertThat(page.locator(".places [aria-current]").first()).hasText("Codebook");
        assertThat(group("parking").locator(".growth")).containsText("3 now, 1 in Q3 ×3");
        assertThat(group("parking").locator("q").first()).containsText("parking");
        assertThat(group("music")).containsText("New this wave");
        look();

        group("music").getByText("Not a theme").click();
        assertThat(group("music")).hasCount(0);
        assertThat(page.locator(".board-gone")).containsText("is set aside");
        look();
        page.locator(".board-gone button").click();
        assertThat(group("music")).isVisible();
        group("music").getByText("Not a theme").click();
        page.getByText("One group is set aside").click();
        page.locator("details .lines button").click();
        assertThat(group("music")).isVisible();

        group("parking").getByText("Make a theme").click();
        assertThat(page.locator("main .note")).containsText("as soon as version 2 is live");
        assertThat(page.getByLabel("Examples").first()).hasValue(Pattern.compile("parking"));
        look();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(false))
                .first()
                .fill("Parking");
        page.getByText("Save").click();
        assertThat(page.locator(".drafting")).containsText("You are editing version 2 · one change");
        page.navigate("/discovery");
        assertThat(group("parking")).containsText("Is a theme of the codebook now");
        look();
    }

    @Test
    void whoeverReadsTheBoardIsOfferedNewGroupsAndTheOldOnesStay() {
        page = windows.desktop(doors.url(), doors.signIn.openFor(acme.olga));
        page.navigate("/discovery");
        assertThat(group("parking")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONGEST_MILLIS));
        for (String room : new String[] {"hall", "lobby", "kitchen"}) {
            acme.answer(
                    wave, acme.contact("Gardener of the " + room), 8, "More green plants in the " + room + ", please.");
        }
        acme.awaitReadings();

        page.reload();
        assertThat(page.locator("#discovery-state")).containsText("have changed since");
        page.getByText("Look again").click();
        Locator show = page.getByText("Show them");
        assertThat(show.or(group("plants")))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONGEST_MILLIS));
        assertThat(group("parking")).isVisible();
        if (show.isVisible()) {
            look();
            show.click();
        }
        assertThat(group("plants")).isVisible();
    }

    @Test
    void aViewerSeesTheBoardAndDecidesNothing() {
        page = windows.desktop(doors.url(), doors.signIn.openFor(acme.member("Vic", Role.VIEWER)));
        page.navigate("/themes");
        page.getByText("What no theme covers yet").click();
        assertThat(group("parking")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONGEST_MILLIS));
        assertThat(page.locator("main form")).hasCount(0);
        look();
    }

    private Locator group(String word) {
        return page.locator(".found").filter(new Locator.FilterOptions().setHasText(word));
    }

    /** Only where scripts run can the page be looked at by script. */
    private void look() {
        if (page.viewportSize().width == Windows.DESKTOP) {
            Accessibility.check(page);
        }
    }
}
