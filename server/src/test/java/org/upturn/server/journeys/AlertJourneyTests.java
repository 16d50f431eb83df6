package org.upturn.server.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.surveys.Wave;

/** The bell rings without reloading, the list grows by itself, and one press takes the case. */
@UpturnTest
class AlertJourneyTests {
    @Autowired
    Doors doors;

    @RegisterExtension
    final Windows windows = new Windows();

    @Test
    void theBellOpensByKeyboardAndGivesTheFocusBack() {
        Acme acme = doors.acme();
        Wave now = acme.wave("Q4");
        Page page = windows.desktop(doors.url(), doors.signIn.openFor(acme.olga));
        page.navigate("/cases");
        Locator bell = page.locator("a.bell");
        Locator latest = page.locator("#bell-latest");
        page.evaluate("window.stayed = true");

        acme.answer(now, acme.cleo, 2, "Support is slow now.");
        assertThat(page.locator(".bell-new")).containsText("1");
        bell.focus();
        page.keyboard().press("Enter");
        assertThat(latest).isVisible();
        assertThat(latest).containsText("Support is slow now.");
        assertThat(bell).hasAttribute("aria-expanded", "true");
        assertThat(latest.locator(":focus")).hasCount(1);
        Accessibility.check(page);

        acme.answer(now, acme.ben, 3, "The app is slow too.");
        assertThat(latest.locator(".alert-line")).hasCount(2);
        latest.getByText("I have seen all of these").press("Enter");
        assertThat(page.locator(".bell-new")).isHidden();
        assertThat(latest.locator(".alert-line.new")).hasCount(0);
        assertThat(latest.locator(":focus")).hasCount(1);

        page.keyboard().press("Escape");
        assertThat(latest).isHidden();
        assertThat(bell).isFocused();
        assertThat(bell).hasAttribute("aria-expanded", "false");
        org.assertj.core.api.Assertions.assertThat(page.evaluate("window.stayed"))
                .as("nothing was loaded anew")
                .isEqualTo(true);
    }

    @Test
    void theBellRingsWhileSomebodyLooksAndOnePressTakesTheCase() {
        Acme acme = doors.acme();
        Wave before = acme.wave("Q3", 90);
        Wave now = acme.wave("Q4");
        acme.answer(before, acme.cleo, 9, "Great support.");
        Page page = windows.desktop(doors.url(), doors.signIn.openFor(acme.olga));
        page.navigate("/alerts");
        assertThat(page.getByText("Nothing yet.")).isVisible();

        var answer = acme.answer(now, acme.cleo, 2, "<b>Support</b> is slow now.");
        assertThat(page.locator(".bell-new")).containsText("1");
        assertThat(page.locator(".alert-line blockquote")).hasText("<b>Support</b> is slow now.");
        assertThat(page.locator(".alert-line")).containsText("Great support.");
        Accessibility.check(page);

        page.navigate("/cases/" + acme.caseOf(answer).id().value() + "/claim");
        Accessibility.check(page);
        page.locator("button.main").click();
        page.waitForURL("**/cases/" + acme.caseOf(answer).id().value());
        org.assertj.core.api.Assertions.assertThat(acme.caseOf(answer).owner()).isEqualTo(acme.olga.id());

        page.navigate("/alerts");
        page.getByText("I have seen all of these").click();
        assertThat(page.locator(".bell-new")).isHidden();
    }
}
