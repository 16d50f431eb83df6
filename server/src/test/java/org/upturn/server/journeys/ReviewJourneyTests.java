package org.upturn.server.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
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
import org.upturn.server.responses.Response;
import org.upturn.server.surveys.Wave;
import org.upturn.server.workspaces.Role;

/** Correcting what was read: on the verbatim itself, and by keyboard in the review queue. */
@UpturnTest
class ReviewJourneyTests {
    @Autowired
    Doors doors;

    @RegisterExtension
    final Windows windows = new Windows();

    private Acme acme;
    private Response slow;

    @BeforeEach
    void letThemAnswer() {
        acme = doors.acme();
        Wave wave = acme.wave("Q4");
        slow = acme.answer(wave, acme.cleo, 2, "Support is slow and nobody answers the phone. I will cancel.");
        acme.answer(wave, acme.dan, 3, "Much too expensive for what it does.");
        acme.answer(wave, acme.ada, 10, "Everything works and the people are kind.");
        acme.awaitReadings();
    }

    @Test
    void aThemeIsRejectedAddedAndTakenBackOnTheVerbatimItself() {
        Page page = windows.desktop(doors.url(), doors.signIn.openFor(acme.olga));
        page.navigate("/verbatims/" + slow.id().value());
        var coding = page.locator("#themes .coding").filter(new Locator.FilterOptions().setHasText("Slow response"));
        assertThat(coding).containsText("Support is slow");
        assertThat(page.locator("[aria-labelledby=says]")).containsText("I will cancel");
        Accessibility.check(page);

        coding.getByText("Why?").click();
        assertThat(page.locator("#why mark")).not().hasCount(0);
        assertThat(page.locator("#why")).containsText("near enough");
        Accessibility.check(page);
        page.goBack();
        coding.getByText("Wrong").click();
        assertThat(page.locator("#themes")).containsText("Not here");
        assertThat(page.locator("#themes")).containsText("says Olga Brandt");
        assertThat(page.locator(".verbatim-said mark[title*='Slow response']")).hasCount(0);
        Accessibility.check(page);

        page.locator("#themes").getByText("Take back").click();
        assertThat(coding.getByText("Wrong")).isVisible();
        page.getByLabel("Another theme that is there").selectOption("price-value");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add"))
                .click();
        assertThat(page.locator("#themes .coding").first()).containsText("says Olga Brandt");
    }

    @Test
    void theQueueIsAnsweredByKeyboardAndTheLastAnswerCanBeTakenBack() {
        Page page = windows.desktop(doors.url(), doors.signIn.openFor(acme.olga));
        page.navigate("/codebook");
        page.locator("main").getByText("Review").click();
        assertThat(page.locator("#asked")).containsText("Is this about");
        assertThat(page.locator("main")).containsText("Nobody has judged anything yet");
        Accessibility.check(page);
        String first = page.locator(".review").textContent();

        page.keyboard().press("y");
        assertThat(page).hasURL(Pattern.compile("answered="));
        assertThat(page.locator(".review-before")).containsText("Noted");
        assertThat(page.locator("main")).containsText("agreed");
        Accessibility.check(page);

        page.keyboard().press("u");
        assertThat(page.locator("main")).containsText("Nobody has judged anything yet");
        assertThat(page.locator(".review")).hasText(first);
        page.keyboard().press("s");
        assertThat(page.locator(".review")).not().hasText(first);
    }

    @Test
    void whoMayOnlyLookSeesTheQuestionsWithoutButtons() {
        Page page = Windows.signedIn(
                windows.phone(doors.url()), doors.url(), doors.signIn.openFor(acme.member("Vi", Role.VIEWER)));
        page.navigate("/codebook/review");
        assertThat(page.locator("#asked")).containsText("Is this about");
        assertThat(page.locator("[data-key]")).hasCount(0);
        Accessibility.check(page);
    }
}
