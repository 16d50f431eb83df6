package org.upturn.server.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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
