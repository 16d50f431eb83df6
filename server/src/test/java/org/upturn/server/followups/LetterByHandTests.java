package org.upturn.server.followups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.cases.Case;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.NewContact;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Browser;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;

/** Where no mail server is set up: the letter is written here, with the guard, and goes by the writer's own mail program. */
@UpturnTest
class LetterByHandTests {
    private static final String GOOD = "You opened three support tickets & got no resolution from us.";

    @Autowired
    Doors doors;

    private Acme acme;
    private Browser browser;
    private Case item;

    @BeforeEach
    void aDetractor() {
        acme = doors.acme();
        browser = acme.browser();
        var told = new NewContact("C-DINA", "Dina", "dina+home@example.org", null, "Acme Ltd", Map.of(), null);
        Contact dina = doors.contacts.register(acme.workspace(), told).contact();
        item = acme.caseOf(acme.answer(acme.wave("Q4", 2), dina, 3, "Three support tickets, no resolution."));
        acme.awaitReadings();
    }

    @Test
    void opensInTheWritersMailProgramAndIsLoggedWithItsWordsWhenItHasGone() {
        String path = "/cases/" + item.id().value();
        assertThat(browser.get(path + "/letters").expect(200).body()).contains("Make it ready to send");
        assertThat(browser.post(path + "/letters", letter("I am sorry for your experience."))
                        .expect(200)
                        .body())
                .doesNotContain("mailto:dina")
                .contains("role=\"alert\"");

        String ready = browser.post(path + "/letters", letter(GOOD)).expect(200).body();

        assertThat(ready)
                .contains(
                        "mailto:dina%2Bhome@example.org?subject=About%20your%20answer&amp;body=Hello%20Dina%2C%0D%0A%0D%0A")
                .contains("three%20support%20tickets%20%26%20got");
        assertThat(doors.cases.find(acme.workspace(), item.id()).contactedAt()).isNull();
        browser.post(path + "/follow-ups", Map.of("kind", "contacted", "words", "By e-mail: Hello Dina, " + GOOD))
                .expect(303);
        assertThat(doors.cases.find(acme.workspace(), item.id()).contactedAt()).isNotNull();
    }

    @Test
    void whoDoesNotWantToBeWrittenToGetsNoLetterByHandEither() {
        doors.contacts.change(acme.olga, item.contact(), Map.of("consent", Map.of("state", "withdrawn")), null);
        String path = "/cases/" + item.id().value() + "/letters";

        assertThat(browser.get(path).expect(200).body())
                .contains("does not want to be written to")
                .doesNotContain("Make it ready to send");
        assertThat(browser.post(path, letter(GOOD)).expect(200).body()).doesNotContain("mailto:dina%2B", "subject=");
    }

    @Test
    void aTalkBeforeTheAnswerStopsNoClock() {
        String path = "/cases/" + item.id().value();
        var talk = new HashMap<>(Map.of("kind", "call", "heldAt", "1990-01-01T10:00", "notes", "We talked."));

        browser.post(path + "/conversations", talk).expect(422);
        talk.put("heldAt", "2099-01-01T10:00");
        browser.post(path + "/conversations", talk).expect(422);
        assertThat(doors.cases.find(acme.workspace(), item.id()).contactedAt()).isNull();
    }

    private static Map<String, String> letter(String sentence) {
        return new HashMap<>(Map.of(
                "subject",
                "About your answer",
                "greeting",
                "Hello Dina,",
                "firstSentence",
                sentence,
                "rest",
                "Olga",
                "byHand",
                "true"));
    }
}
