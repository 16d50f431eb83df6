package org.upturn.server.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.cases.undo.FollowUpUndo;
import org.upturn.server.contacts.Contact;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.insights.LoopFigures;
import org.upturn.server.kernel.Problem;
import org.upturn.server.surveys.Wave;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Role;

@UpturnTest
class CaseClosingTests {
    @Autowired
    Doors doors;

    @Autowired
    FollowUpUndo undo;

    private Acme acme;
    private Wave wave;

    @BeforeEach
    void openAWave() {
        acme = doors.acme();
        wave = acme.wave("Q4");
    }

    @Test
    void aSixOpensACaseAndASevenDoesNot() {
        var six = acme.answer(wave, acme.dan, 6, "Support is slow.");
        var seven = acme.answer(wave, acme.ben, 7, "Support is slow.");

        assertThat(doors.cases.findByResponse(acme.workspace(), six.id())).isPresent();
        assertThat(doors.cases.findByResponse(acme.workspace(), seven.id())).isEmpty();
    }

    @Test
    void closesAsResolvedOnlyWithPromiseDeliveryAndResponse() {
        CaseId id = detractor(acme.dan);

        assertThatThrownBy(() -> close(id, Outcome.RESOLVED, null))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("promised, delivered, response");
        log(id, FollowUp.Kind.CONTACTED);
        log(id, FollowUp.Kind.PROMISED);
        log(id, FollowUp.Kind.DELIVERED);
        assertThatThrownBy(() -> close(id, Outcome.RESOLVED, null)).hasMessageContaining("missing: response.");
        log(id, FollowUp.Kind.RESPONSE);

        assertThat(close(id, Outcome.RESOLVED, null).outcome()).isEqualTo(Outcome.RESOLVED);
    }

    @Test
    void closesWithoutContactOnlyForAReason() {
        CaseId id = detractor(acme.dan);

        assertThatThrownBy(() -> close(id, Outcome.NO_CONTACT_POSSIBLE, "  ")).hasMessageContaining("why");
        assertThat(close(id, Outcome.NO_CONTACT_POSSIBLE, "Left the company.").isOpen())
                .isFalse();
        assertThat(doors.cases.closures(acme.workspace(), id)).singleElement().satisfies(closure -> {
            assertThat(closure.reason()).isEqualTo("Left the company.");
            assertThat(closure.by()).isEqualTo("Olga Brandt");
        });
    }

    @Test
    void whoLeavesIsPartedWithOnlyAfterSomebodyWasInTouchAndSaysWhatWasAgreed() {
        CaseId id = detractor(acme.dan);

        assertThatThrownBy(() -> close(id, Outcome.PARTED, "Ends in June.")).hasMessageContaining("get in touch");
        log(id, FollowUp.Kind.CONTACTED);
        assertThatThrownBy(() -> close(id, Outcome.PARTED, " ")).hasMessageContaining("agreed");

        assertThat(close(id, Outcome.PARTED, "Ends in June, data exported for them.")
                        .isOpen())
                .isFalse();
        LoopFigures loop = doors.insights
                .waves(acme.workspace(), acme.program.id())
                .getFirst()
                .loop();
        assertThat(loop.resolved()).as("it is closed, not resolved").isZero();
        assertThat(loop.open()).isZero();
    }

    @Test
    void nobodyClosesACaseAsAChangedAnswer() {
        CaseId id = detractor(acme.dan);

        assertThatThrownBy(() -> close(id, Outcome.ANSWER_CHANGED, "x")).isInstanceOf(Problem.class);
    }

    @Test
    void aClosedCaseTakesNothingUntilItIsReopenedAndLosesNothing() {
        CaseId id = detractor(acme.dan);
        log(id, FollowUp.Kind.NOTE);
        close(id, Outcome.NO_CONTACT_POSSIBLE, "Left.");

        assertThatThrownBy(() -> log(id, FollowUp.Kind.NOTE)).hasMessageContaining("Reopen it first");
        assertThatThrownBy(() -> close(id, Outcome.NO_CONTACT_POSSIBLE, "Again."))
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> doors.cases.assign(acme.olga, id, acme.olga.id()))
                .hasMessageContaining("closed");

        assertThat(doors.cases.reopen(acme.olga, id).isOpen()).isTrue();
        assertThatThrownBy(() -> doors.cases.reopen(acme.olga, id)).hasMessageContaining("open already");
        log(id, FollowUp.Kind.NOTE);
        close(id, Outcome.NO_CONTACT_POSSIBLE, "Really left.");

        assertThat(doors.cases.followUps(acme.workspace(), id)).hasSize(2);
        assertThat(doors.cases.closures(acme.workspace(), id)).hasSize(2);
    }

    @Test
    void aChangedAnswerClosesAnUntouchedCaseAndAWorseOneReopensIt() {
        CaseId id = detractor(acme.dan);

        acme.answer(wave, acme.dan, 8, "Sorry, wrong button.");
        assertThat(find(id).outcome()).isEqualTo(Outcome.ANSWER_CHANGED);

        acme.answer(wave, acme.dan, 3, "No, it was right.");
        assertThat(find(id).isOpen()).isTrue();
        assertThat(find(id).score().value()).isEqualTo(3);

        acme.answer(wave, acme.dan, 9, "Make up my mind.");
        assertThat(find(id).outcome()).isEqualTo(Outcome.ANSWER_CHANGED);
        assertThat(doors.cases.ofContact(acme.workspace(), acme.dan.id())).hasSize(1);
    }

    @Test
    void aChangedAnswerLeavesACaseOpenThatSomebodyWorksOn() {
        CaseId id = detractor(acme.dan);
        log(id, FollowUp.Kind.PROMISED);

        acme.answer(wave, acme.dan, 9, "They called at once.");

        assertThat(find(id).isOpen()).isTrue();
    }

    /** Whoever becomes a detractor by an edit is to be reached within 48 hours of that, not of the first answer. */
    @Test
    void theClocksOfAnEditThatMakesADetractorBeginWithTheEdit() {
        Instant first = Instant.now().minusSeconds(20 * 3600);
        acme.answerAt(first, wave, acme.ben, 8, "Fine.");

        Instant edited = Instant.now();
        var answer = acme.answerAt(edited, wave, acme.ben, 3, "Not fine after all.");

        Case opened = acme.caseOf(answer);
        assertThat(opened.openedAt()).isCloseTo(edited, within(1, java.time.temporal.ChronoUnit.SECONDS));
        assertThat(opened.clocks()).isEqualTo(Clocks.from(opened.openedAt()));
    }

    @Test
    void theResolutionRateCountsOnlyLoopsClosedOnTheRecord() {
        CaseId resolved = detractor(acme.ada);
        log(resolved, FollowUp.Kind.PROMISED);
        log(resolved, FollowUp.Kind.DELIVERED);
        log(resolved, FollowUp.Kind.RESPONSE);
        close(resolved, Outcome.RESOLVED, null);
        close(detractor(acme.ben), Outcome.NO_CONTACT_POSSIBLE, "Left.");
        detractor(acme.cleo);
        detractor(acme.dan);
        acme.answer(wave, acme.dan, 8, "Changed.");

        LoopFigures loop = doors.insights
                .waves(acme.workspace(), acme.program.id())
                .getFirst()
                .loop();

        assertThat(loop).isEqualTo(new LoopFigures(3, 1, 1, 1, 1));
        assertThat(loop.resolutionRate()).isCloseTo(1 / 3.0, within(1e-9));
    }

    @Test
    void whatWasLoggedByMistakeIsTakenBackAndTheRecoveryWindowRunsOn() {
        Member rita = acme.member("Rita", Role.RESPONDER);
        Member sam = acme.member("Sam", Role.RESPONDER);
        CaseId id = detractor(acme.ada);
        UUID wrong = doors.cases.logFollowUp(rita, id, FollowUp.Kind.CONTACTED, "Rang the wrong person.");
        assertThat(find(id).contactedAt()).isNotNull();

        assertThatThrownBy(() -> undo.takeBack(sam, id, wrong))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("Somebody else logged this");
        undo.takeBack(rita, id, wrong);

        assertThat(find(id).contactedAt()).isNull();
        assertThat(doors.cases.followUps(acme.workspace(), id)).isEmpty();
        log(id, FollowUp.Kind.CONTACTED);
        var first = find(id).contactedAt();
        UUID second = doors.cases.logFollowUp(rita, id, FollowUp.Kind.PROMISED, "x");
        undo.takeBack(acme.olga, id, second);
        assertThat(find(id).contactedAt()).isEqualTo(first);
        UUID sent = doors.cases.logHappened(rita, id, FollowUp.Kind.CONTACTED, "A letter that went.", Instant.now());
        assertThatThrownBy(() -> undo.takeBack(rita, id, sent)).hasMessageContaining("so it stays");
    }

    @Test
    void aReopenedCaseNeedsANewResponse() {
        CaseId id = detractor(acme.ada);
        log(id, FollowUp.Kind.PROMISED);
        log(id, FollowUp.Kind.DELIVERED);
        log(id, FollowUp.Kind.RESPONSE);
        close(id, Outcome.RESOLVED, null);
        doors.cases.reopen(acme.olga, id);

        assertThat(doors.cases.missing(acme.workspace(), id)).containsExactly(FollowUp.Kind.RESPONSE);
        log(id, FollowUp.Kind.RESPONSE);
        assertThat(close(id, Outcome.RESOLVED, null).isOpen()).isFalse();
    }

    private CaseId detractor(Contact contact) {
        return acme.caseOf(acme.answer(wave, contact, 4, "Support is slow.")).id();
    }

    private Case find(CaseId id) {
        return doors.cases.find(acme.workspace(), id);
    }

    private void log(CaseId id, FollowUp.Kind kind) {
        doors.cases.logFollowUp(acme.olga, id, kind, "We talked about it.");
    }

    private Case close(CaseId id, Outcome outcome, String reason) {
        return doors.cases.close(acme.olga, id, outcome, reason);
    }
}
