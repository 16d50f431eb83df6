package org.upturn.server.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.upturn.server.crash.UpturnProcess;

/** The path the whole product exists for, in the program as a user starts it. */
class WholeLoopTests {
    private static final String PEOPLE = """
            Customer number,Full name,E-mail,Branch
            K-1,Cleo Winter,cleo@example.org,North
            K-2,Ada Sommer,ada@example.org,South
            """;

    @RegisterExtension
    final Windows windows = new Windows();

    @TempDir
    Path data;

    private Page olga;

    @Test
    void hearsACustomerKeepsThePromiseAndSeesInTheNextWaveThatItHelped() {
        try (var upturn = UpturnProcess.serve(data).awaitReady()) {
            olga = windows.desktop(upturn.url());
            setUp();
            importPeople();
            String firstLink = openWave("October", 8);

            answer(upturn.url(), firstLink, 4, "Support took three days to answer my ticket.");
            closeTheLoop();

            String secondLink = openWave("November", 0);
            answer(upturn.url(), secondLink, 9, "Support answers within an hour now.");
            seeThatItHelped();
        }
    }

    private void setUp() {
        olga.navigate("/");
        assertThat(olga).hasURL(Pattern.compile("/welcome$"));
        Accessibility.check(olga);
        olga.getByLabel("Name of your organization").fill("Acme");
        olga.getByLabel("Your name").fill("Olga Brandt");
        olga.getByLabel("E-mail address").fill("olga@acme.example.org");
        olga.getByLabel("Password").fill("correct horse battery");
        press("Create the workspace");
        heading("Welcome to Upturn");
        Accessibility.check(olga);
        olga.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("1 · Create a program"))
                .click();
        olga.getByLabel("Name of the program").fill("Customers");
        olga.getByLabel("A company and its customers").check();
        press("Create the program");
        heading("Waves");
        olga.navigate("/cases");
        assertThat(olga.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Name a person")))
                .hasCount(0);
    }

    private void importPeople() {
        olga.navigate("/imports");
        var file = new FilePayload("people.csv", "text/csv", PEOPLE.getBytes(StandardCharsets.UTF_8));
        olga.getByLabel("File").setInputFiles(file);
        press("Look at the file");
        heading("What is in each column?");
        assertThat(olga.getByText("Cleo Winter")).isVisible();
        olga.getByLabel("Column Branch becomes").selectOption("account");
        press("Start the import");
        assertThat(olga.locator("#import .figures")).containsText(Pattern.compile("new\\s*2"));
        olga.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("See the contacts"))
                .click();
        assertThat(olga.getByRole(AriaRole.MAIN)).containsText("Cleo Winter K-1");
        assertThat(olga.getByRole(AriaRole.MAIN)).containsText("North");
    }

    /** Returns the link of Cleo in this wave. */
    private String openWave(String name, int daysAgo) {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        olga.navigate("/waves");
        olga.getByLabel("Name, for example Week 3").fill(name);
        olga.getByLabel("Opens on").fill(today.minusDays(daysAgo).toString());
        olga.getByLabel("Closes on").fill(today.plusDays(7).toString());
        press("Open the wave");
        heading(name);
        press("Make links for all 2 contacts, send nothing");
        Locator link = olga.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Personal link Cleo Winter"));
        return link.getAttribute("href");
    }

    private void answer(String url, String link, int score, String words) {
        Page cleo = windows.phone(url);
        cleo.navigate(link);
        cleo.getByLabel("" + score, new Page.GetByLabelOptions().setExact(true)).check();
        cleo.getByLabel("primary reason").fill(words);
        cleo.getByRole(AriaRole.BUTTON).click();
        assertThat(cleo.getByRole(AriaRole.HEADING)).hasText("Thank you");
        assertThat(cleo.locator(".given")).containsText(score + " " + words);
    }

    private void closeTheLoop() {
        olga.navigate("/cases");
        Locator row = olga.locator(".case").filter(new Locator.FilterOptions().setHasText("Cleo Winter"));
        olga.waitForCondition(() -> {
            olga.reload();
            return row.locator("mark").count() > 0;
        });
        assertThat(row.locator("mark").first()).containsText("three days");
        assertThat(row.locator("time[data-left]")).containsText(Pattern.compile("(1 d 23 h|47 h 5\\d min) left"));
        row.getByRole(AriaRole.LINK).click();
        heading("Cleo Winter");
        log("Contacted", "Called her; she waits for an answer to ticket 42.");
        log("Promised", "An answer within an hour from now on.");
        assertThat(olga.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Close as resolved")))
                .hasCount(0);
        log("Delivered", "A second person on support since Monday.");
        log("Their response", "She was glad that somebody called.");
        press("Close as resolved");
        assertThat(olga.locator(".record-clock")).containsText("Resolved");
        assertThat(olga.locator("#loop .log li")).hasCount(5);
    }

    private void log(String kind, String words) {
        olga.getByLabel(kind, new Page.GetByLabelOptions().setExact(true)).check();
        olga.getByLabel("In your words").fill(words);
        press("Log it");
        assertThat(olga.locator("#loop .log")).containsText(words);
    }

    private void seeThatItHelped() {
        olga.navigate("/contacts?search=Cleo");
        olga.locator("main .lines").getByRole(AriaRole.LINK).click();
        assertThat(olga.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(2))
                        .first())
                .containsText("November");
        assertThat(olga.getByRole(AriaRole.MAIN)).containsText("Support answers within an hour now.");
        olga.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the record"))
                .click();
        assertThat(olga.locator("#loop")).containsText("A second person on support since Monday.");
        assertThat(olga.locator(".answers")).containsText("November");
        olga.navigate("/");
        assertThat(olga.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("NPS in November+100");
        assertThat(olga.locator("main")).containsText(Pattern.compile("Detractors\\s*0"));
        assertThat(olga.locator("main")).containsText("Resolution rate");
        assertThat(olga.locator(".trend")).containsText("October");
    }

    private void press(String button) {
        olga.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private void heading(String words) {
        assertThat(olga.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText(words);
    }
}
