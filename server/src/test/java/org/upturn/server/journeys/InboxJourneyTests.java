package org.upturn.server.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.cases.Case;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.surveys.Wave;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Role;

/** Cases are given away from the inbox, with the mouse and without, and given back. */
@UpturnTest
class InboxJourneyTests {
    @Autowired
    Doors doors;

    @RegisterExtension
    final Windows windows = new Windows();

    private Acme acme;
    private Member rita;
    private Case cleo;
    private Case dan;
    private Page page;

    @BeforeEach
    void twoCasesOfOlgas() {
        acme = doors.acme();
        rita = acme.member("Rita", Role.RESPONDER);
        doors.assignments.name(acme.olga, acme.program.id(), acme.olga.id(), null);
        Wave wave = acme.wave("Q4", 2);
        cleo = acme.caseOf(acme.answer(wave, acme.cleo, 1, "Support is slow."));
        dan = acme.caseOf(acme.answer(wave, acme.dan, 4, "Too expensive."));
        acme.awaitReadings();
        page = windows.desktop(doors.url(), doors.signIn.openFor(acme.olga));
        page.navigate("/cases");
    }

    @Test
    void aCaseIsDraggedOntoAPersonAndTakenBack() {
        drag(row("Dan").locator(".case-side"), page.locator(".droppers li").filter(text("Rita")));

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Rita");
        Assertions.assertThat(owner(dan)).isEqualTo(rita.id());
        Assertions.assertThat(owner(cleo)).as("only what was dragged").isEqualTo(acme.olga.id());
        Accessibility.check(page);

        press("Undo");
        assertThat(row("Dan").locator(".case-side")).containsText("Olga Brandt");
        Assertions.assertThat(owner(dan)).isEqualTo(acme.olga.id());
    }

    @Test
    void whatIsMarkedGoesAlong() {
        row("Cleo").locator("input").check();
        row("Dan").locator("input").check();

        drag(row("Dan").locator(".case-side"), page.locator(".droppers li").filter(text("Rita")));

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Rita");
        Assertions.assertThat(owner(dan)).isEqualTo(rita.id());
        Assertions.assertThat(owner(cleo)).isEqualTo(rita.id());
    }

    @Test
    void theSameWithoutAMouse() {
        page.keyboard().press("j");
        page.keyboard().press("x");
        page.keyboard().press("j");
        page.keyboard().press("x");
        assertThat(page.locator("input[name=case]:checked")).hasCount(2);
        tabTo("select[name=owner]");
        page.keyboard().type("Rita");
        tabTo(".bulk-bar button");
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Rita");
        Assertions.assertThat(owner(cleo)).isEqualTo(rita.id());
        Assertions.assertThat(owner(dan)).isEqualTo(rita.id());
        tabTo(".done-note button");
        page.keyboard().press("Enter");
        assertThat(row("Cleo").locator(".case-side")).containsText("Olga Brandt");
        Assertions.assertThat(owner(dan)).isEqualTo(acme.olga.id());
    }

    private Locator row(String name) {
        return page.locator("[data-row]").filter(text(name));
    }

    private static Locator.FilterOptions text(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }

    /** The people to drop on come up only when a row is on its way. */
    private void drag(Locator from, Locator to) {
        from.hover();
        page.mouse().down();
        move(from.boundingBox(), 12);
        assertThat(to).isVisible();
        move(to.boundingBox(), 0);
        move(to.boundingBox(), 3);
        assertThat(to).hasClass("over");
        page.mouse().up();
    }

    private void move(BoundingBox box, int beside) {
        page.mouse()
                .move(
                        box.x + box.width / 2 + beside,
                        box.y + box.height / 2 + beside,
                        new com.microsoft.playwright.Mouse.MoveOptions().setSteps(4));
    }

    private void tabTo(String selector) {
        Locator wanted = page.locator(selector);
        for (int i = 0; i < 60 && !(boolean) wanted.evaluate("one => one === document.activeElement"); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(wanted).isFocused();
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    private MemberId owner(Case item) {
        return doors.cases.find(acme.workspace(), item.id()).owner();
    }
}
