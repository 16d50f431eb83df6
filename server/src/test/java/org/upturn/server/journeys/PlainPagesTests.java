package org.upturn.server.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;

/** Pages do their work without JavaScript. */
@UpturnTest
class PlainPagesTests {
    @Autowired
    Doors doors;

    @RegisterExtension
    final Windows windows = new Windows();

    private Page page;

    @Test
    void signsInFiltersFollowsUpAndClosesWithoutJavaScript() {
        Acme acme = doors.acme();
        acme.answer(acme.wave("Q4"), acme.dan, 3, "Support is slow.");
        acme.awaitReadings();
        signIn(acme);

        page.navigate("/cases");
        follow("converted");
        assertThat(page.locator(".case")).hasCount(0);
        follow("new");
        assertThat(page.locator(".case time")).containsText("left to get in touch");
        page.locator(".case").getByRole(AriaRole.LINK).click();
        log("promised", "An answer today.");
        log("delivered", "Answered.");
        log("response", "Thank you!");
        page.getByText("Close as resolved").click();
        assertThat(page.locator(".record-clock")).containsText("Resolved");
        page.navigate("/cases");
        follow("Closed");
        assertThat(page.locator(".case")).hasCount(1);
    }

    @Test
    void importsAFileWithoutJavaScript() {
        signIn(doors.acme());
        page.navigate("/imports");
        var file = new FilePayload(
                "people.csv", "text/csv", "Number;Name\n1;Åsa\n2;Bo\n".getBytes(StandardCharsets.ISO_8859_1));
        page.getByLabel("File").setInputFiles(file);
        page.getByText("Look at the file").click();
        assertThat(page.getByText("Åsa")).isVisible();
        page.getByLabel("Column Number becomes").selectOption("external-id");
        page.getByLabel("Column Name becomes").selectOption("name");
        page.getByText("Start the import").click();
        // The page asks for itself again every two seconds until the import is finished.
        assertThat(page.locator(".figures")).containsText(Pattern.compile("2\\s*new|new\\s*2"));
    }

    private void signIn(Acme acme) {
        page = windows.withoutJavaScript(doors.url(), Windows.DESKTOP);
        page.navigate("/");
        assertThat(page).hasURL(Pattern.compile("/sign-in$"));
        page.getByLabel("E-mail address").fill(acme.olga.email());
        page.getByLabel("Password").fill(Acme.PASSWORD);
        page.locator("main button").click();
        assertThat(page).hasURL(doors.url() + "/");
    }

    private void follow(String filter) {
        page.locator(".filters")
                .getByText(filter, new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private void log(String kind, String words) {
        page.locator("input[name=kind][value=" + kind + "]").check();
        page.getByLabel("In your words").fill(words);
        page.getByText("Log it").click();
        assertThat(page.locator("#loop .log")).containsText(words);
    }
}
