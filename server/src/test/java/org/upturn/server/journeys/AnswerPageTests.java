package org.upturn.server.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.surveys.Wave;

/** The one page that the people we ask ever see. */
@UpturnTest
class AnswerPageTests {
    @Autowired
    Doors doors;

    @RegisterExtension
    final Windows windows = new Windows();

    @Test
    void takesAnAnswerByKeyboardAloneOnAPhoneWithoutJavaScript() {
        Acme acme = doors.acme();
        Wave wave = acme.wave("Q4");
        Page phone = windows.withoutJavaScript(doors.url(), Windows.PHONE);
        phone.navigate(acme.invite(wave, acme.cleo).path());

        phone.keyboard().press("Tab");
        phone.keyboard().press("Space");
        for (int score = 0; score < 3; score++) {
            phone.keyboard().press("ArrowRight");
        }
        phone.keyboard().press("Tab");
        phone.keyboard().type("Nobody called me back.");
        phone.keyboard().press("Tab");
        phone.keyboard().press("Enter");

        assertThat(phone.getByRole(AriaRole.HEADING)).hasText("Thank you");
        var response =
                doors.responses.findByInvitation(acme.invited(wave, acme.cleo)).orElseThrow();
        assertThat(response.score().value()).isEqualTo(3);
        assertThat(response.verbatim()).isEqualTo("Nobody called me back.");
    }

    @Test
    void recordsNothingHoweverOftenALinkIsOpened() {
        Acme acme = doors.acme();
        Wave wave = acme.wave("Q4");
        String link = acme.invite(wave, acme.cleo).path();
        Page page = windows.desktop(doors.url());
        for (int times = 0; times < 10; times++) {
            page.navigate(link);
            page.navigate(link + "?score=" + times);
        }

        assertThat(page.getByLabel("9", new Page.GetByLabelOptions().setExact(true)))
                .isChecked();
        assertThat(doors.responses.findByInvitation(acme.invited(wave, acme.cleo)))
                .isEmpty();
    }
}
