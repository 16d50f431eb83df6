package org.upturn.server.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.channels.Collector;
import org.upturn.server.channels.CollectorKind;
import org.upturn.server.channels.CollectorSettings;
import org.upturn.server.channels.Collectors;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.invitations.Channel;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.Wave;

/** Open link, widget and kiosk in a real browser. */
@UpturnTest
class ChannelJourneyTests {
    @Autowired
    Doors doors;

    @RegisterExtension
    final Windows windows = new Windows();

    private Acme acme;
    private Wave wave;

    @BeforeEach
    void aWave() {
        acme = doors.acme();
        wave = acme.wave("Q4");
    }

    @Test
    void aManagerMakesAnOpenLinkAndSomebodyAnswersWithoutJavaScript() {
        Page page = windows.desktop(doors.url(), doors.signIn.openFor(acme.olga));
        page.navigate("/waves");
        page.getByText("Open links, widgets and kiosks").click();
        page.getByLabel("Name, for you").fill("Poster in the hall");
        page.getByText("Make it").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("Poster in the hall");
        Accessibility.check(page);
        String link = page.locator("main code").first().textContent();
        page.getByText("Page to print").click();
        assertThat(page.getByRole(AriaRole.IMG)).isVisible();
        Accessibility.check(page);

        Page phone = windows.withoutJavaScript(doors.url(), Windows.PHONE);
        phone.navigate(link);
        phone.getByLabel("Your name").fill("Zoe Zed");
        phone.getByLabel("Your e-mail address").fill("zoe@example.org");
        phone.getByText("To the question").click();
        phone.getByLabel("8", new Page.GetByLabelOptions().setExact(true)).check();
        phone.getByText("Send", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(phone.getByRole(AriaRole.HEADING)).hasText("Thank you");
        assertThat(only().channel()).isEqualTo(Channel.OPEN);

        Page reader = windows.phone(doors.url());
        reader.navigate(link);
        Accessibility.check(reader);
    }

    @Test
    void theWidgetAsksOnAForeignPageUnderAStrictPolicyAndStoresNothing() {
        Collector made = widget("popover", List.of());
        try (var site = new ForeignSite(doors.url(), tag(made))) {
            change(made, "popover", List.of(site.origin()));
            Page page = windows.desktop(site.origin());
            page.navigate("/account/1");
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            assertThat(dialog).isVisible();
            assertThat(page.evaluate("() => document.activeElement === document.body"))
                    .isEqualTo(true);
            Accessibility.check(page);
            page.setViewportSize(Windows.DESKTOP, 800);

            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            page.keyboard().press("Space");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            assertThat(dialog.getByLabel("2", new Locator.GetByLabelOptions().setExact(true)))
                    .isChecked();
            dialog.getByRole(AriaRole.TEXTBOX).fill("The basket forgot everything.");
            Accessibility.check(page);
            dialog.getByText("Send").click();
            assertThat(dialog.getByRole(AriaRole.HEADING)).hasText("Thank you");
            Accessibility.check(page);
            assertThat(only().verbatim()).isEqualTo("The basket forgot everything.");
            assertThat(only().channel()).isEqualTo(Channel.WIDGET);
            assertThat(page.evaluate("() => localStorage.length + document.cookie.length"))
                    .isEqualTo(0);

            page.evaluate("() => upturn('consent', true)");
            page.reload();
            page.evaluate("() => upturn('consent', true)");
            page.waitForTimeout(600);
            assertThat(page.evaluate("() => localStorage.length")).isEqualTo(1);
        }
    }

    @Test
    void whoAgreedThatTheBrowserRemembersIsNotAskedAgain() {
        Collector made = widget("popover", List.of());
        try (var site = new ForeignSite(doors.url(), tag(made))) {
            change(made, "popover", List.of(site.origin()));
            Page page = windows.desktop(site.origin());
            page.addInitScript("window.upturn = function () { (upturn.q = upturn.q || []).push(arguments); };"
                    + " upturn('consent', true);");
            page.navigate("/");
            page.getByLabel("Close").click();
            assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
            page.reload();
            page.waitForTimeout(1_000);
            assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        }
    }

    @Test
    void theWidgetStandsInThePageAndIsClosedByKeyboard() {
        Collector made = widget("inline", List.of());
        try (var site = new ForeignSite(doors.url(), "<div data-upturn></div>" + tag(made))) {
            change(made, "inline", List.of(site.origin()));
            Page page = windows.phone(site.origin());
            page.navigate("/");
            assertThat(page.getByRole(AriaRole.REGION)).isVisible();
            Accessibility.check(page);
            change(made, "popover", List.of(site.origin()));
            page.setExtraHTTPHeaders(java.util.Map.of("Cache-Control", "no-cache"));
            Page again = windows.phone(site.origin());
            again.navigate("/");
            assertThat(again.getByRole(AriaRole.DIALOG)).isVisible();
            again.getByLabel("Close").focus();
            again.keyboard().press("Escape");
            assertThat(again.getByRole(AriaRole.DIALOG)).hasCount(0);
            again.evaluate("() => upturn('show')");
            assertThat(again.getByLabel("0", new Page.GetByLabelOptions().setExact(true)))
                    .isFocused();
        }
    }

    @Test
    void aKioskGoesOnWithoutANetworkAndSendsWhatItKept() {
        Collector kiosk = make(CollectorKind.KIOSK, CollectorSettings.STANDARD);
        Page tablet = windows.desktop(doors.url());
        tablet.navigate(kiosk.path());
        Accessibility.check(tablet);
        tablet.setViewportSize(1024, 768);
        tablet.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
        tablet.waitForCondition(() -> (Boolean)
                tablet.evaluate("async () => (await (await caches.open('upturn-kiosk-1')).keys()).length >= 4"));
        tablet.reload();

        tablet.context().setOffline(true);
        tablet.reload();
        answer(tablet, "3", "The coffee machine is broken.", "");
        assertThat(tablet.locator(".waiting")).containsText("1");
        Accessibility.check(tablet);
        tablet.getByText("Done").click();
        answer(tablet, "9", "", "eva@example.org");
        tablet.getByText("Done").click();
        assertThat(tablet.locator(".waiting")).containsText("2");
        assertThat(responses()).isEmpty();

        tablet.context().setOffline(false);
        assertThat(tablet.locator(".waiting")).isHidden();
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> responses().size() == 2);
        assertThat(responses())
                .extracting(one -> one.verbatim())
                .containsExactlyInAnyOrder("The coffee machine is broken.", "");
        assertThat(responses()).allSatisfy(one -> assertThat(one.channel()).isEqualTo(Channel.KIOSK));
    }

    @Test
    void aKioskThatIsLeftCountsDownAndStartsAgain() {
        Collector kiosk = make(CollectorKind.KIOSK, CollectorSettings.STANDARD);
        Page tablet = windows.desktop(doors.url());
        tablet.clock().install();
        tablet.navigate(kiosk.path());
        tablet.getByRole(AriaRole.BUTTON, named("7")).click();
        tablet.locator("#why").fill("It was alri");
        tablet.clock().runFor(24_000);
        assertThat(tablet.locator(".idle")).containsText("Starts again in 6");
        tablet.clock().runFor(10_000);
        assertThat(tablet.locator("#question")).isVisible();
        assertThat(tablet.locator("#why")).hasValue("");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> responses().size() == 1);
        assertThat(only().verbatim()).isEqualTo("It was alri");
    }

    private static void answer(Page tablet, String score, String words, String email) {
        tablet.getByRole(AriaRole.BUTTON, named(score)).click();
        tablet.locator("#why").fill(words);
        tablet.getByText("Next").click();
        if (email.isEmpty()) {
            tablet.getByText("No, thank you").click();
        } else {
            tablet.locator("#email").fill(email);
            tablet.getByText("Send", new Page.GetByTextOptions().setExact(true)).click();
        }
        assertThat(tablet.getByText("Thank you", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private String tag(Collector widget) {
        return "<script src=\"" + doors.url() + widget.path() + "\" async></script>";
    }

    private static CollectorSettings settings(String form, List<String> origins) {
        return new CollectorSettings("", "", "name", true, origins, form, "anyone", 0, 0, "", 100, 90);
    }

    private Collector widget(String form, List<String> origins) {
        return make(CollectorKind.WIDGET, settings(form, origins));
    }

    private void change(Collector known, String form, List<String> origins) {
        doors.collectors.change(acme.olga, known.id(), new Collectors.Told("Help", null, settings(form, origins)));
    }

    private Collector make(CollectorKind kind, CollectorSettings settings) {
        return doors.collectors.make(
                acme.olga, acme.program.id(), kind, new Collectors.Told("Front desk", null, settings));
    }

    private List<Response> responses() {
        return doors.responses
                .list(acme.workspace(), new Responses.Filter(null, wave.id(), null), null, 50)
                .items();
    }

    private Response only() {
        assertThat(responses()).hasSize(1);
        return responses().getFirst();
    }
}
