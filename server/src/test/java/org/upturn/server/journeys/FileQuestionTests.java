package org.upturn.server.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.surveys.Wave;

/** A question that takes files, as the person sees it. */
@UpturnTest
class FileQuestionTests {
    @Autowired
    Doors doors;

    @RegisterExtension
    final Windows windows = new Windows();

    @Test
    void attachesAFileOnAPhoneWithoutJavaScriptAndIsAccessible() {
        Acme acme = doors.acme();
        String survey = "/api/v1/programs/" + acme.program.id().value() + "/survey";
        var words = Map.of("score", "How likely?", "why", "Why?", "q.proof", "Show us what happened");
        var draft = Map.of(
                "languages",
                List.of("en"),
                "questions",
                List.of(Map.of("id", "proof", "kind", "file")),
                "texts",
                Map.of("en", words));
        acme.api().put(survey + "/draft", draft).expect(200);
        acme.api().post(survey + "/versions", Map.of("note", "Files")).expect(201);
        Wave wave = acme.wave("Q4");
        String link = acme.invite(wave, acme.cleo).path();
        Page phone = windows.withoutJavaScript(doors.url(), Windows.PHONE);
        phone.navigate(link);
        phone.getByLabel("3", new Page.GetByLabelOptions().setExact(true)).check();
        phone.getByLabel("Why?").fill("It broke.");
        phone.locator("form button").click();

        byte[] text = "It broke here.".getBytes(StandardCharsets.UTF_8);
        phone.getByLabel("Show us what happened").setInputFiles(new FilePayload("page.html", "text/html", text));
        phone.locator("form button").click();
        assertThat(phone.locator(".problem")).containsText("page.html");
        phone.getByLabel("Show us what happened").setInputFiles(new FilePayload("log.txt", "text/plain", text));
        phone.locator("form button").click();

        assertThat(phone.getByRole(AriaRole.HEADING)).hasText("Thank you");
        var answer =
                doors.responses.findByInvitation(acme.invited(wave, acme.cleo)).orElseThrow();
        assertThat(answer.verbatim()).isEqualTo("It broke.");
        assertThat(answer.answers().get("proof")).singleElement().asString().endsWith("/log.txt");
        Page page = windows.desktop(doors.url());
        page.navigate(link);
        assertThat(page.locator("main")).containsText("log.txt");
        Accessibility.check(page);
    }
}
