package org.upturn.server.workspaces.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.contacts.Accounts;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.workspaces.Role;

/** What a list shows can be taken out as a table: all of it, and nothing that its filter leaves out. */
@UpturnTest
class TableTests {
    @Autowired
    Doors doors;

    private Acme acme;

    @BeforeEach
    void begin() {
        acme = doors.acme();
    }

    @Test
    void contactsOfASearchInTheHeadingsOfAnImport() {
        doors.contacts.change(acme.olga, acme.dan.id(), Map.of("name", "=Dan()"), null);

        String table = table("/contacts.csv?search=Dan");
        assertThat(table).startsWith("\uFEFFexternal_id,name,email,phone,account,locale,time_zone,known_since");
        assertThat(table).contains("'=Dan()").doesNotContain(acme.eve.name());
        assertThat(table("/contacts.csv")).contains(acme.eve.name(), acme.cleo.name());
    }

    @Test
    void contactsAreTakenOutByWhoRunsTheProgramOnly() {
        var robin = acme.member("Robin", Role.RESPONDER);
        acme.browser(robin).get("/contacts.csv").expect(403);
        assertThat(acme.browser(robin).get("/contacts").body()).doesNotContain("/contacts.csv");
    }

    @Test
    void accountsOfASearch() {
        doors.accounts.add(
                acme.olga, new Accounts.Told("Tallybrook", acme.olga.id().value(), null, null, null));
        doors.accounts.add(acme.olga, new Accounts.Told("Brightwater", null, null, null, null));

        assertThat(table("/accounts.csv?search=tally"))
                .startsWith("\uFEFFname,owner,senior owner,renews on,revenue a year,people")
                .contains("Tallybrook," + acme.olga.name())
                .doesNotContain("Brightwater");
    }

    @Test
    void whatASearchForVerbatimsFindsInTheWordsAsGiven() {
        var wave = acme.wave("Q4");
        acme.answer(wave, acme.dan, 2, "=Support is \"slow\".");
        acme.answer(wave, acme.ada, 9, "Everything works.");
        acme.awaitReadings();

        assertThat(table("/verbatims.csv?q=support"))
                .contains("\"'=Support is \"\"slow\"\".\"")
                .doesNotContain("Everything works");
        assertThat(table("/verbatims.csv?group=promoter"))
                .contains("Everything works.")
                .doesNotContain("Support");
    }

    private String table(String path) {
        return acme.browser().get(path).expect(200).body();
    }
}
