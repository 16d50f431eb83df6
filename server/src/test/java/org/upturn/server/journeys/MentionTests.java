package org.upturn.server.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.workspaces.Role;

/** Naming somebody in a comment, by keyboard alone. */
@UpturnTest
class MentionTests {
    @Autowired
    Doors doors;

    @RegisterExtension
    final Windows windows = new Windows();

    @Test
    void theNamesOfTheTeamAreCompletedByArrowsAndEnterAndEscapeClosesThem() {
        Acme acme = doors.acme();
        acme.member("Rita", Role.RESPONDER);
        acme.member("Robin", Role.RESPONDER);
        var item = acme.caseOf(acme.answer(acme.wave("Q4"), acme.dan, 2, "Support is slow."));
        Page page = windows.desktop(doors.url(), doors.signIn.openFor(acme.olga));
        page.navigate("/cases/" + item.id().value() + "/activity");
        Locator words = page.locator("textarea[data-names]").first();
        Locator names = page.getByRole(AriaRole.OPTION);

        words.pressSequentially("Who knows more? @r");
        assertThat(names).containsText(new String[] {"@Rita", "@Robin"});
        Accessibility.check(page);
        words.press("ArrowDown");
        assertThat(names.nth(1)).hasAttribute("aria-selected", "true");
        words.press("Escape");
        assertThat(names).hasCount(0);
        assertThat(words).isFocused();
        words.press("Enter");
        words.pressSequentially("@r");
        words.press("ArrowUp");
        words.press("Enter");

        assertThat(names).hasCount(0);
        assertThat(words).hasValue("Who knows more? @r\n@Robin ");
    }
}
