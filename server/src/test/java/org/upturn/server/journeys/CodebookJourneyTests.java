package org.upturn.server.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.workspaces.Role;

/** A team makes the codebook its own: edits, previews, makes live, and goes back; with JavaScript and without. */
@UpturnTest
class CodebookJourneyTests {
    @Autowired
    Doors doors;

    @RegisterExtension
    final Windows windows = new Windows();

    private Acme acme;
    private Page page;

    @BeforeEach
    void letPeopleAnswer() {
        acme = doors.acme();
        var wave = acme.wave("Q4");
        acme.answer(wave, acme.cleo, 3, "The parking lot is always full.");
        acme.answer(wave, acme.dan, 2, "Support is slow. I waited a week for a reply.");
        acme.answer(wave, acme.ada, 10, "Everything works.");
        acme.awaitReadings();
    }

    @Test
    void aTeamEditsPreviewsAndMakesItsCodebookLive() {
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
        click("Edit");
        assertThat(bar()).containsText("Nothing is changed yet");
        look();
        click("Add a theme");
        look();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(false))
                .first()
                .fill("Parking");
        page.getByLabel("What belongs here").fill("No place to park the car.");
        page.getByLabel("Examples").first().fill("The car park is full\nI never find a parking space");
        page.getByText("Add the theme").click();
        assertThat(bar()).containsText("You are editing version 2 · one change");
        merge("Slow response", "Hard to reach");
        assertThat(bar()).containsText("version 2");
        look();
        click("Preview");
        assertThat(page.locator(".effect").first()).isVisible();
        assertThat(page.locator("#preview")).containsText("The parking lot is always full.");
        look();
        page.locator(".drafting summary").first().click();
        page.getByLabel("What is different").fill("Parking");
        page.getByText("Make version 2 live").click();
        assertThat(page.locator("h1")).containsText("Version 2");
        assertThat(theme("Parking")).containsText("one answer in Q4");
        look();
        click("Versions");
        assertThat(page.locator("main")).containsText("By Olga Brandt");
        page.getByText(Pattern.compile("What changed since version 1")).click();
        assertThat(page.locator(".diff").first()).containsText("into Hard to reach");
        look();
        page.getByText("Begin a draft from version 1").click();
        assertThat(bar()).containsText("You are editing version 3");
        page.locator(".drafting summary").last().click();
        page.getByText("Discard the draft").click();
        assertThat(page.locator("h1")).containsText("Version 2");
    }

    @Test
    void whoeverComesSecondSeesBothAndLosesNothing() {
        page = windows.desktop(doors.url(), doors.signIn.openFor(acme.olga));
        Page other = windows.desktop(doors.url(), doors.signIn.openFor(acme.member("Mo", Role.MANAGER)));
        for (Page one : new Page[] {page, other}) {
            one.navigate("/codebook/theme?theme=slow-response");
        }
        page.getByLabel("What belongs here").fill("Theirs is first.");
        page.getByText("Save").click();
        other.getByLabel("What belongs here").fill("Mine is second.");
        other.getByText("Save").click();

        assertThat(other.locator("main")).containsText("Theirs is first.");
        assertThat(other.getByLabel("What belongs here")).hasValue("Mine is second.");
        Accessibility.check(other);
        other.getByText("Save").click();
        assertThat(other).hasURL(Pattern.compile("/codebook/draft"));
        assertThat(other.locator("main")).containsText("Mine is second.");
    }

    @Test
    void anImportTakesThePlaceOfTheDraftAndAMistakeIsExplained() {
        page = windows.desktop(doors.url(), doors.signIn.openFor(acme.olga));
        upload("id,name,gap\na,A,none\n");
        assertThat(page.locator("main")).containsText("field 'gap'");
        upload("id,name,parent\na,Access,\nb & c#1/2+ü,Buses,a\n");
        assertThat(page.locator(".theme")).hasCount(2);
        assertThat(page.locator(".theme-1")).containsText("Buses");
        page.getByLabel("Change Buses").click();
        assertThat(page.locator("h1")).containsText("Buses");
    }

    @Test
    void aViewerReadsAndEditsNothing() {
        page = windows.desktop(doors.url(), doors.signIn.openFor(acme.member("Vic", Role.VIEWER)));
        page.navigate("/codebook");
        assertThat(page.locator(".theme").first()).isVisible();
        assertThat(page.locator(".head .main")).hasCount(0);
        page.navigate("/codebook/draft");
        assertThat(page.locator("main form")).hasCount(0);
    }

    private void upload(String table) {
        page.navigate("/codebook/draft");
        page.getByText("Import a codebook").click();
        var file = new FilePayload("themes.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8));
        page.getByLabel("File").setInputFiles(file);
        page.getByText("Put it in place of the draft").click();
    }

    private void merge(String from, String into) {
        page.getByLabel("Change " + from).click();
        look();
        page.getByLabel("Into").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(into));
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Merge").setExact(true))
                .click();
    }

    private void click(String link) {
        page.locator("main")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(link).setExact(true))
                .click();
    }

    private Locator bar() {
        return page.locator(".drafting");
    }

    private Locator theme(String name) {
        return page.locator(".theme")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
    }

    /** Only where scripts run can the page be looked at by script. */
    private void look() {
        if (page.viewportSize().width == Windows.DESKTOP) {
            Accessibility.check(page);
        }
    }
}
