package org.upturn.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.workspaces.Role;
import org.upturn.server.workspaces.Workspaces.NewMember;

/** Every page is for everybody: WCAG 2.2 AA by axe-core, on a desktop and at 360 pixels, by day and by night. */
@UpturnTest
class EverybodyTests {
    @Autowired
    Doors doors;

    @RegisterExtension
    final Windows windows = new Windows();

    private final Map<String, List<String>> violations = new LinkedHashMap<>();

    @Test
    void everyFilledPageIsForEverybodyAndSaysInItsTitleWhereWeAre() {
        var stage = new Stage(doors);
        Page page = windows.desktop(doors.url(), doors.signIn.openFor(stage.acme.olga));
        var titles = new HashMap<String, String>();
        stage.paths().forEach((name, path) -> {
            assertThat(page.navigate(path).status()).as(name).isLessThan(500);
            look(name, page);
            titles.put(name, page.title());
        });
        page.navigate("/settings");
        page.getByLabel("What is it for?").fill("Reports");
        page.getByText("Make a key").click();
        page.locator(".shown").waitFor();
        look("settings with a fresh key", page);

        assertThat(violations).isEmpty();
        assertThat(titles.values()).doesNotContain("", " · Upturn");
        assertThat(List.of(
                        "home",
                        "inbox",
                        "record, open",
                        "contacts",
                        "themes",
                        "theme",
                        "codebook",
                        "discovery",
                        "changes",
                        "waves",
                        "wave",
                        "imports"))
                .extracting(titles::get)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyEmptyPageIsForEverybody() {
        var acme = doors.acme();
        Page page = windows.desktop(doors.url());
        page.navigate("/sign-in");
        look("sign-in", page);
        page.getByLabel("E-mail address").fill("nobody@example.org");
        page.getByLabel("Password").fill("not the password");
        page.locator("main button").click();
        page.locator(".problem").waitFor();
        look("sign-in refused", page);

        var alone = new NewMember("Olga Brandt", Acme.email("olga"), Acme.PASSWORD, Role.OWNER);
        var olga = doors.workspaces.create("Empty", "UTC", alone);
        Windows.signedIn(page, doors.url(), doors.signIn.openFor(olga));
        look("start", page, "/");
        look("contacts, empty", page, "/contacts");
        Windows.signedIn(page, doors.url(), doors.signIn.openFor(acme.olga));
        for (String path : List.of(
                "/",
                "/cases",
                "/themes",
                "/themes/slow-response",
                "/verbatims",
                "/codebook",
                "/codebook/preview",
                "/discovery",
                "/changes",
                "/waves",
                "/imports")) {
            look("nothing yet at " + path, page, path);
        }
        assertThat(violations).isEmpty();
    }

    private void look(String name, Page page, String path) {
        page.navigate(path);
        look(name, page);
    }

    private void look(String name, Page page) {
        List<String> found = Accessibility.violations(page);
        if (!found.isEmpty()) {
            violations.put(name, found);
        }
    }
}
