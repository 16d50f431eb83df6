package org.upturn.server.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.contacts.Contact;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.responses.Response;
import org.upturn.server.surveys.Wave;

/** From the builder to the answers: a survey with a branch and a translation, as its team and the people asked see it. */
@UpturnTest
class SurveyJourneyTests {
    @Autowired
    Doors doors;

    @RegisterExtension
    final Windows windows = new Windows();

    private Acme acme;
    private Wave wave;

    @BeforeEach
    void aSurveyBuiltByHand() {
        acme = doors.acme();
        Page page = windows.desktop(doors.url(), doors.signIn.openFor(acme.olga));
        build(page);
        wave = acme.wave("Q4");
    }

    private void build(Page page) {
        page.navigate("/waves");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Survey").setExact(true))
                .click();
        page.getByLabel("One question more").selectOption("one");
        page.getByText("Add it").click();
        page.getByLabel("Question", new Page.GetByLabelOptions().setExact(true)).fill("May we call you?");
        var options = page.getByLabel("Option", new Page.GetByLabelOptions().setExact(true));
        options.nth(0).fill("Yes, please");
        options.nth(1).fill("No, thanks");
        page.getByText("Asked of everybody").click();
        page.locator("[name^='groups.'][value=detractor]").check();
        assertThat(page.locator(".kept")).containsText("Saved");
        assertThat(page.frameLocator(".preview iframe").getByText("What is the primary reason"))
                .isVisible();
        page.getByLabel("Another language, by its tag").fill("he");
        page.getByText("Add the language").click();
        page.locator("[name='t.he.why']").fill("מה הסיבה?");
        page.locator("[name='t.he.score']").fill("עד כמה סביר שתמליצו עלינו?");
        page.locator("button[value=save]").first().click();
        Accessibility.check(page);
        page.locator("button[value=publish]").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Versions");
        Accessibility.check(page);
    }

    @Test
    void aPhoneAsksFurtherOnTheSpotAndKeepsWhatWasBegun() {
        Page phone = windows.phone(doors.url());
        phone.navigate(link(acme.cleo));
        assertThat(phone.getByText("May we call you?")).isHidden();
        phone.waitForTimeout(1600);
        phone.getByLabel("3", new Page.GetByLabelOptions().setExact(true)).check();
        assertThat(phone.getByText("May we call you?")).isVisible();
        phone.getByLabel("Yes, please").check();
        assertThat(phone.locator(".kept")).containsText("Kept");
        Accessibility.check(phone);
        assertThat(given(acme.cleo)).isNull();

        phone.reload();
        assertThat(phone.getByLabel("Yes, please")).isChecked();
        phone.getByLabel("9", new Page.GetByLabelOptions().setExact(true)).check();
        assertThat(phone.getByText("May we call you?")).isHidden();
        phone.getByLabel("3", new Page.GetByLabelOptions().setExact(true)).check();
        phone.getByText("Send", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(phone.getByRole(AriaRole.HEADING)).hasText("Thank you");
        assertThat(given(acme.cleo).answers().values()).hasSize(1);
        Accessibility.check(phone);
    }

    @Test
    void aNumberPressedInAMailCountsOnlyWhenAPersonIsThere() {
        Page page = windows.desktop(doors.url());
        page.navigate(link(acme.dan) + "?score=2");
        page.evaluate(
                "() => { for (const name of ['pointerdown', 'keydown', 'wheel']) window.dispatchEvent(new Event(name)); }");
        page.waitForTimeout(2600);
        assertThat(doors.answerDrafts.find(acme.invited(wave, acme.dan))).isEmpty();

        page.mouse().move(200, 200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() ->
                        doors.answerDrafts.find(acme.invited(wave, acme.dan)).isPresent());
        assertThat(doors.answerDrafts.provisional(acme.workspace(), wave.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.score().value()).isEqualTo(2));
        assertThat(given(acme.dan)).isNull();
    }

    @Test
    void withoutJavaScriptAndByKeyboardAloneTheBranchComesOnASecondPage() {
        Page phone = windows.withoutJavaScript(doors.url(), Windows.PHONE);
        phone.navigate(link(acme.eve) + "?score=4");
        phone.getByLabel("4", new Page.GetByLabelOptions().setExact(true)).focus();
        phone.keyboard().press("Tab");
        phone.keyboard().type("Nobody called me back.");
        phone.keyboard().press("Tab");
        phone.keyboard().press("Enter");
        assertThat(phone.getByText("May we call you?")).isVisible();
        phone.getByLabel("Yes, please").focus();
        phone.keyboard().press("Space");
        phone.keyboard().press("Tab");
        phone.keyboard().press("Enter");

        assertThat(phone.getByRole(AriaRole.HEADING)).hasText("Thank you");
        assertThat(given(acme.eve).answers().values()).hasSize(1);
        assertThat(given(acme.eve).verbatim()).isEqualTo("Nobody called me back.");
    }

    @Test
    void hebrewRunsFromRightToLeft() {
        Page phone = windows.phone(doors.url());
        phone.navigate(link(acme.ada));
        phone.getByText("עברית").click();
        assertThat(phone.getByText("מה הסיבה?")).isVisible();
        Accessibility.check(phone);
        phone.getByLabel("10", new Page.GetByLabelOptions().setExact(true)).check();
        phone.getByText("שליחה").click();
        assertThat(phone.getByRole(AriaRole.HEADING)).hasText("תודה");
        assertThat(given(acme.ada).language()).isEqualTo("he");
    }

    private String link(Contact contact) {
        return acme.invite(wave, contact).path();
    }

    private Response given(Contact contact) {
        return doors.responses.findByInvitation(acme.invited(wave, contact)).orElse(null);
    }
}
