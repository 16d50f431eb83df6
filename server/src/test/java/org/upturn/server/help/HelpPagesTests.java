package org.upturn.server.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.help.web.HelpPlaces;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;

@UpturnTest
class HelpPagesTests {
    @Autowired
    Doors doors;

    @Test
    void everyPlaceLeadsToAHeadingThatThereIs() {
        var browser = doors.acme().browser();
        for (String place : HelpPlaces.all()) {
            String to = browser.get("/help?at=" + place).expect(303).header("Location");
            String anchor = URI.create(to).getFragment();
            assertThat(browser.get(to.replaceFirst("#.*", "")).expect(200).body())
                    .as(to)
                    .contains(anchor == null ? "<h1" : "id=\"" + anchor + "\"");
        }
    }

    @Test
    void everyPageOffersTheChapterThatExplainsIt() {
        Acme acme = doors.acme();
        var browser = acme.browser();
        assertThat(browser.get("/cases").body()).contains("href=\"/help?at=/cases\"");
        assertThat(browser.get("/programs/" + acme.program.id().value() + "/routing/versions/99")
                        .body())
                .contains("href=\"/help?at=/routing/versions\"");
        browser.get("/help?at=/nowhere").expect(303);
        browser.get("/help/nothing").expect(404);
        assertThat(browser.get("/help?q=parted").expect(200).body())
                .contains("In the help", "href=\"/help/cases#closing-a-case\"");
        doors.browser().get("/help").expect(302);
    }
}
