package org.upturn.server.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.changes.Changes;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.surveys.Wave;

/** Whatever people write stays text; {@link Windows} fails the test when a dialog or a policy report appears. */
@UpturnTest
class HostileTextTests {
    private static final String TRICK = "<img src=x onerror=alert(1)>\"'&lt;";

    @Autowired
    Doors doors;

    @RegisterExtension
    final Windows windows = new Windows();

    @Test
    void showsMarkupInNamesAndWordsAsText() {
        Acme acme = doors.acme();
        var tricky = acme.contact("T" + TRICK);
        Wave wave = acme.wave("W" + TRICK);
        var response = acme.answer(wave, tricky, 2, "Support is slow. " + TRICK);
        acme.awaitReadings();
        String theme = doors.codebooks
                .active(acme.workspace(), acme.program.id())
                .codebook()
                .themes()
                .getFirst()
                .id();
        doors.changes.make(acme.olga, acme.program.id(), new Changes.NewChange(theme, "C" + TRICK, "A" + TRICK));
        String link = acme.invite(wave, tricky).path();

        Page page = windows.desktop(doors.url(), doors.signIn.openFor(acme.olga));
        for (String path : List.of(
                "/",
                "/cases",
                "/cases/" + acme.caseOf(response).id().value(),
                "/contacts",
                "/contacts/" + tricky.id().value(),
                "/contacts?search=" + "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
                "/waves",
                "/waves/" + wave.id().value(),
                "/themes",
                "/themes/" + theme,
                "/themes/slow-response",
                "/changes",
                link,
                link + "?thanks=1")) {
            page.navigate(path);
            assertThat(page.locator("img")).hasCount(0);
            boolean asksOnly = path.equals(link);
            assertThat(asksOnly ? page.getByRole(AriaRole.TEXTBOX) : page.locator("body"))
                    .not()
                    .isEmpty();
        }
        page.navigate("/cases");
        assertThat(page.locator(".case")).containsText("T" + TRICK);
        assertThat(page.locator(".case .said")).containsText(TRICK);
    }
}
