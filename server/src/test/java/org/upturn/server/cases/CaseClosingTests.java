package org.upturn.server.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.surveys.Wave;

@UpturnTest
class CaseClosingTests {
    @Autowired
    Doors doors;

    @Test
    void aSixOpensACaseAndASevenDoesNot() {
        Acme acme = doors.acme();
        Wave wave = acme.wave("Q4");

        var six = acme.answer(wave, acme.dan, 6, "Support is slow.");
        var seven = acme.answer(wave, acme.ben, 7, "Support is slow.");

        assertThat(doors.cases.findByResponse(acme.workspace(), six.id())).isPresent();
        assertThat(doors.cases.findByResponse(acme.workspace(), seven.id())).isEmpty();
        acme.awaitReadings();
        acme.api().get("/api/v1/cases").expect(200);
        acme.browser().get("/cases").expect(200);
    }
}
