package org.upturn.server.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.cases.Case;
import org.upturn.server.contacts.Account;
import org.upturn.server.contacts.Accounts;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;

@UpturnTest
class RecordTests {
    @Autowired
    Doors doors;

    @Test
    void theRecordShowsWhatIsAtStakeWithTheAccount() {
        Acme acme = doors.acme();
        Case item = acme.caseOf(acme.answer(acme.wave("Q4"), acme.cleo, 3, "Support is slow now."));
        String path = "/cases/" + item.id().value();
        assertThat(acme.browser().get(path).expect(200).body()).contains("Acme Ltd", "not known yet");

        Account known = doors.accounts
                .list(acme.workspace(), "Acme Ltd", null, 1)
                .items()
                .getFirst();
        LocalDate renewal = LocalDate.now(
                        doors.workspaces.find(acme.workspace()).timeZone())
                .plusDays(30);
        doors.accounts.change(
                acme.olga,
                known.id(),
                new Accounts.Told(known.name(), acme.olga.id().value(), null, renewal, new BigDecimal("46800")));

        assertThat(acme.browser().get(path).expect(200).body())
                .contains("/accounts/" + known.id(), "in 30 days", "46,800", "<dt>Owner</dt>")
                .doesNotContain("not known yet", "Senior owner");
    }
}
