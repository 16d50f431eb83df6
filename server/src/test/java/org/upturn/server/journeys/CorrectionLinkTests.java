package org.upturn.server.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.corrections.Correction;
import org.upturn.server.corrections.Reason;
import org.upturn.server.corrections.Request;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.responses.Response;

/** A correction link as the person sees it. */
@UpturnTest
class CorrectionLinkTests {
    @Autowired
    Doors doors;

    @RegisterExtension
    final Windows windows = new Windows();

    @Test
    void addsTheReasonOnAPhoneByKeyboardAloneWithoutJavaScript() {
        Acme acme = doors.acme();
        Response answer = acme.answer(acme.wave("Q4"), acme.cleo, 3, "");
        String link = link(acme, answer);
        Page phone = windows.withoutJavaScript(doors.url(), Windows.PHONE);
        phone.navigate(link);

        assertThat(phone.locator(".given")).containsText("3");
        phone.keyboard().press("Tab");
        phone.keyboard().type("Nobody called me back.");
        phone.keyboard().press("Tab");
        phone.keyboard().press("Enter");

        assertThat(phone.getByRole(AriaRole.HEADING)).hasText("Thank you");
        Response now = doors.responses.find(acme.workspace(), answer.id());
        assertThat(now.verbatim()).isEqualTo("Nobody called me back.");
        assertThat(now.score().value()).isEqualTo(3);
        phone.navigate(link);
        assertThat(phone.locator("main")).containsText("answered this already");
    }

    @Test
    void isAccessibleAndKnowsThatAPersonOpenedIt() {
        Acme acme = doors.acme();
        Response answer = acme.answer(acme.wave("Q4"), acme.cleo, 3, "");
        String link = link(acme, answer);
        assertThat(doors.anybody().get(link).body().getBytes(StandardCharsets.UTF_8).length
                        + doors.anybody().get("/assets/answer.css").body().length()
                        + doors.anybody().get("/assets/answer.js").body().length())
                .as("the whole page with its script and style, in bytes")
                .isLessThan(30_000);
        Page page = windows.desktop(doors.url());
        page.navigate(link);
        Accessibility.check(page);

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            page.keyboard().press("Tab");
            page.mouse().move(Math.random() * 200, 100);
            return doors.corrections.ofResponse(acme.workspace(), answer.id()).stream()
                    .allMatch(one -> one.course().openedAt() != null);
        });
        assertThat(doors.corrections.ofResponse(acme.workspace(), answer.id()))
                .extracting(one -> one.course().outcome())
                .containsOnlyNulls();
    }

    private String link(Acme acme, Response answer) {
        Correction asked =
                doors.corrections.ask(acme.olga, answer.id(), new Request(Reason.MISSING_WHY, null, null, false, null));
        return doors.corrections.path(asked.id());
    }
}
