package org.upturn.server.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.surveys.Wave;

@UpturnTest
class DownloadTests {
    @Autowired
    Doors doors;

    private Acme acme;
    private Wave wave;

    @BeforeEach
    void someCases() {
        acme = doors.acme();
        Wave before = acme.wave("Q3", 90);
        wave = acme.wave("Q4", 2);
        acme.answer(before, acme.cleo, 9, "Good.");
        acme.answer(wave, acme.cleo, 4, "=HYPERLINK(\"http://evil.example\")");
        for (int i = 0; i < 600; i++) {
            acme.answer(wave, acme.contact("P" + i), 3, "Slow.");
        }
    }

    @Test
    void aViewOfTheInboxComesWholeWithWordsAndTheScoreBeforeAndWithoutFormulas() {
        List<String> lines = acme.browser()
                .get("/cases.csv?program=" + acme.program.id().value())
                .expect(200)
                .body()
                .lines()
                .toList();

        assertThat(lines).hasSize(602);
        assertThat(lines.get(1)).startsWith("Cleo,").contains(",4,9,").contains("'=HYPERLINK");
    }

    /** The end of what is written bit by bit comes in on another thread, which nobody has signed in on. */
    @Test
    void theLinksOfAWaveComeWhole() {
        assertThat(acme.browser()
                        .get("/waves/" + wave.id().value() + "/links.csv")
                        .expect(200)
                        .body()
                        .lines())
                .hasSize(602);
    }
}
