package org.upturn.server.invitations.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.history.PastImport;
import org.upturn.server.history.PastImports;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.invitations.mail.MailSetup;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;

/** Who is here only because they once answered another program. */
@UpturnTest
class PastRespondentsTests {
    @Autowired
    Doors doors;

    @Autowired
    MailSetup setup;

    @Autowired
    Mailings mailings;

    private Acme acme;
    private Wave wave;
    private PastImport past;

    @BeforeEach
    void twoWhoAnsweredAnotherProgramOneOfThemLately() {
        acme = doors.acme();
        setup.save(acme.olga, MailTesting.settings(9, doors.url()), null);
        Program other =
                doors.surveys.create(acme.workspace(), new Surveys.NewProgram("Students", null, null, "program"));
        Instant now = Instant.now();
        wave = doors.surveys.open(
                acme.workspace(),
                other.id(),
                new Surveys.NewWave("Now", now.minusSeconds(60), now.plus(Duration.ofDays(7))));
        String lately = LocalDate.now(ZoneOffset.UTC).minusDays(5).toString();
        String file = "E-mail,Name,Score,Comment,Date\nfay@example.org,Fay,9,Good.," + lately
                + "\ngus@example.org,Gus,2,Bad.,2023-02-01\n";
        past = doors.pastImports.upload(
                acme.olga,
                acme.program.id(),
                "past.csv",
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
        doors.pastImports.start(acme.olga, past.id(), PastImports.Choice.NONE);
        until(PastImport.State.FINISHED);
    }

    @Test
    void whoeverAsksEveryoneIsToldHowManyOnlyEverAnsweredAnotherProgram() {
        assertThat(elsewhere(wave)).contains("2 of everyone have only ever answered another program");
        assertThat(elsewhere(acme.wave("Q4"))).doesNotContain("everyone");

        mailings.start(acme.olga, wave.id(), MailTesting.everyone());
        assertThat(elsewhere(wave)).as("Gus is asked by now").contains("One of everyone has only");
    }

    @Test
    void whomAMailingOnlySkippedGoesWithTheImport() {
        mailings.start(acme.olga, wave.id(), MailTesting.everyone());
        assertThat(mailings.skips(
                        acme.workspace(),
                        mailings.ofWave(acme.workspace(), wave.id()).getFirst().id()))
                .containsEntry(Skip.RECENT, 1L);

        doors.pastImports.undo(acme.olga, past.id());
        PastImport.Undone undone = until(PastImport.State.UNDONE).undone();

        assertThat(List.of(undone.people(), undone.keptPeople())).containsExactly(1, 1);
        assertThat(doors.contacts.findByExternalId(acme.workspace(), "fay@example.org"))
                .isEmpty();
        assertThat(acme.browser().get("/history/" + past.id()).body()).contains("one contact stay: answers that");
    }

    @Test
    void aMailingThatReachesNobodySaysSo() {
        mailings.start(acme.olga, wave.id(), MailTesting.everyone());
        mailings.start(acme.olga, wave.id(), MailTesting.everyone());

        assertThat(acme.browser().get("/waves/" + wave.id().value()).body())
                .containsOnlyOnce("Nobody got an invitation by this.");
    }

    private String elsewhere(Wave one) {
        return acme.browser()
                .get("/waves/" + one.id().value() + "/elsewhere")
                .expect(200)
                .body();
    }

    private PastImport until(PastImport.State state) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> doors.pastImports.find(acme.workspace(), past.id()), one -> one.state() == state);
    }
}
