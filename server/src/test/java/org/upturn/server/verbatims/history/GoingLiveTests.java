package org.upturn.server.verbatims.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.kernel.Moment;
import org.upturn.server.kernel.Problem;
import org.upturn.server.responses.Response;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Wave;
import org.upturn.server.verbatims.ThemeFound;
import org.upturn.server.verbatims.VerbatimReading;
import org.upturn.server.verbatims.codebook.CodebookVersion;
import org.upturn.server.verbatims.codebook.CodebookVersion.State;
import org.upturn.server.verbatims.codebook.Drafts;
import org.upturn.server.verbatims.codebook.ThemeForm;
import org.upturn.server.verbatims.history.HistoryRepository.Coming;

/**
 * A version goes live after all history was read against it, whatever happens meanwhile. A reader of another node that
 * died is one whose lease was taken three days ahead of the clock: the server's own does not touch its work.
 */
@UpturnTest
class GoingLiveTests {
    private static final ThemeForm INVOICES =
            new ThemeForm("Wrong invoices", "The invoice is wrong.", "My invoice is wrong every month", "", "", "");

    @Autowired
    Doors doors;

    @Autowired
    Drafts drafts;

    @Autowired
    GoingLive goingLive;

    @Autowired
    History history;

    @Autowired
    HistoryRepository repository;

    private Acme acme;
    private ProgramId program;
    private Wave wave;

    @BeforeEach
    void begin() {
        acme = doors.acme();
        program = acme.program.id();
        wave = acme.wave("Q4");
    }

    @Test
    void aProgramWithoutAnswersIsSwitchedAtOnce() {
        drafts.add(acme.olga, program, INVOICES);

        goingLive.begin(acme.olga, program, null, "Invoices, at last.");

        assertThat(version(2).state()).isEqualTo(State.ACTIVE);
        assertThat(version(2).note()).isEqualTo("Invoices, at last.");
        assertThat(version(1).state()).isEqualTo(State.PAST);
        assertThat(active()).isEqualTo(2);
    }

    @Test
    void aFewAnswersAreReadWhileTheMemberWaits() {
        Response answer = acme.answer(wave, acme.dan, 2, "My invoice is wrong every month.");
        acme.awaitReadings();
        drafts.add(acme.olga, program, INVOICES);

        goingLive.begin(acme.olga, program, null, null);

        VerbatimReading read =
                doors.readings.find(acme.workspace(), answer.id()).orElseThrow();
        assertThat(read.codebookVersion()).isEqualTo(2);
        assertThat(read.themes()).extracting(ThemeFound::theme).contains("wrong-invoices");
        assertThat(readings(1)).as("the earlier reading stays for comparison").isEqualTo(1);
    }

    @Test
    void aReaderThatDiesInTheMiddleLosesAndRepeatsNothing() throws Exception {
        Coming coming = manyAnswersGoingLive();
        History.Pass died = history.pass(coming);
        assertThat(stepThreeDaysAhead(died)).isTrue();
        assertThat(readings(2)).isEqualTo(History.BATCH);
        assertThat(active()).isEqualTo(1);

        theLeaseRunsOut(coming);
        awaitActive(2);

        assertThat(readings(2)).isEqualTo(60);
        assertThat(version(2).responsesRead()).isEqualTo(60);
        assertThat(died.step()).as("the dead one comes back too late").isFalse();
        assertThat(doors.readings.waiting(acme.workspace()).isOver()).isTrue();
    }

    @Test
    void aPausedVersionWaitsAndGoesOnWhereItStood() throws Exception {
        Coming coming = manyAnswersGoingLive();
        History.Pass pass = history.pass(coming);
        stepThreeDaysAhead(pass);

        goingLive.pause(acme.olga, program);

        assertThat(stepThreeDaysAhead(pass)).isFalse();
        assertThat(version(2).state()).isEqualTo(State.PAUSED);
        assertThat(readings(2)).isEqualTo(History.BATCH);
        assertThat(active()).isEqualTo(1);
        goingLive.resume(acme.olga, program);
        awaitActive(2);
        assertThat(readings(2)).isEqualTo(60);
    }

    @Test
    void whatIsTakenBackIsADraftAgainUnderANewNumber() {
        manyAnswersGoingLive();

        goingLive.takeBack(acme.olga, program);

        assertThat(version(2).isTakenBack()).isTrue();
        assertThat(version(3).state()).isEqualTo(State.DRAFT);
        assertThat(drafts.find(acme.workspace(), program).theme("wrong-invoices"))
                .isPresent();
        assertThat(active()).isEqualTo(1);
        assertThatThrownBy(() -> goingLive.pause(acme.olga, program)).isInstanceOf(Problem.class);
    }

    @Test
    void whileAVersionGoesLiveArrivalsAreReadAgainstTheActiveOneAndThereIsNothingToEdit() {
        Coming coming = manyAnswersGoingLive();

        Response arrival = acme.answer(wave, acme.eve, 3, "My invoice is wrong.");
        acme.awaitReadings();

        assertThat(doors.readings
                        .find(acme.workspace(), arrival.id())
                        .orElseThrow()
                        .codebookVersion())
                .isEqualTo(1);
        assertThatThrownBy(() -> drafts.add(acme.olga, program, INVOICES)).hasMessageContaining("going live");
        theLeaseRunsOut(coming);
        awaitActive(2);
        acme.awaitReadings();
        assertThat(doors.readings
                        .find(acme.workspace(), arrival.id())
                        .orElseThrow()
                        .codebookVersion())
                .isEqualTo(2);
    }

    @Test
    void whatCameInBetweenIsReadAsAnArrivalAfterTheSwitch() {
        drafts.add(acme.olga, program, INVOICES);
        Response answer = acme.answer(wave, acme.dan, 2, "My invoice is wrong.");
        acme.awaitReadings();
        Coming coming = beginOnAnotherNode();

        history.switchOver(coming);

        assertThat(active()).isEqualTo(2);
        acme.awaitReadings();
        assertThat(doors.readings
                        .find(acme.workspace(), answer.id())
                        .orElseThrow()
                        .codebookVersion())
                .isEqualTo(2);
    }

    @Test
    void aDraftThatChangesNothingDoesNotGoLive() {
        assertThatThrownBy(() -> goingLive.begin(acme.olga, program, null, null))
                .hasMessageContaining("no draft");
        drafts.returnTo(acme.olga, program, 1);
        assertThatThrownBy(() -> goingLive.begin(acme.olga, program, null, null))
                .hasMessageContaining("same");
        drafts.add(acme.olga, program, INVOICES);
        assertThatThrownBy(() -> goingLive.begin(acme.olga, program, 1, null)).hasMessageContaining("Somebody else");
    }

    /** Sixty answers that are read, and a version on its way whose reader is on another node. */
    private Coming manyAnswersGoingLive() {
        for (int i = 0; i < 60; i++) {
            acme.answer(wave, acme.contact("C" + i), i % 11, "The invoice of contact " + i + " is wrong.");
        }
        acme.awaitReadings();
        drafts.add(acme.olga, program, INVOICES);
        return beginOnAnotherNode();
    }

    /** As {@link GoingLive#begin} does, and another node takes the work in the same moment. */
    private Coming beginOnAnotherNode() {
        var draft = drafts.find(acme.workspace(), program);
        var coming = new Coming(acme.workspace(), draft.codebook(), draft.number());
        doors.jdbc
                .sql("""
                        update codebook_version
                        set state = 'reading', responses_all = :all, lease_token = :token, lease_until = :until
                        where workspace_id = :workspace and codebook_id = :codebook and version = :version
                        """)
                .param("workspace", acme.workspace().value())
                .param("codebook", draft.codebook())
                .param("version", draft.number())
                .param("all", repository.countUnread(coming))
                .param("token", java.util.UUID.randomUUID())
                .param("until", Instant.now().plus(Duration.ofDays(2)).atOffset(java.time.ZoneOffset.UTC))
                .update();
        return coming;
    }

    private boolean stepThreeDaysAhead(History.Pass pass) {
        return at(Instant.now().plus(Duration.ofDays(3)), () -> {
            try {
                return pass.step();
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        });
    }

    private void theLeaseRunsOut(Coming coming) {
        doors.jdbc
                .sql("""
                        update codebook_version set lease_until = null
                        where workspace_id = :workspace and codebook_id = :codebook and version = :version
                        """)
                .param("workspace", acme.workspace().value())
                .param("codebook", coming.codebook())
                .param("version", coming.version())
                .update();
    }

    private void awaitActive(int version) {
        await().atMost(Duration.ofSeconds(60)).until(() -> active() == version);
    }

    private int active() {
        return doors.codebooks.active(acme.workspace(), program).version();
    }

    private CodebookVersion version(int number) {
        return doors.codebooks.version(acme.workspace(), program, number);
    }

    private long readings(int version) {
        return doors.jdbc
                .sql("select count(*) from reading where workspace_id = :workspace and codebook_version = :version")
                .param("workspace", acme.workspace().value())
                .param("version", version)
                .query(Long.class)
                .single();
    }

    private static <T> T at(Instant time, Supplier<T> work) {
        var result = new AtomicReference<T>();
        Moment.at(time, () -> result.set(work.get()));
        return result.get();
    }
}
