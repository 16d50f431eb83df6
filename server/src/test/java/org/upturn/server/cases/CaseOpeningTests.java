package org.upturn.server.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.kernel.Moment;
import org.upturn.server.kernel.Score;
import org.upturn.server.kernel.Slice;
import org.upturn.server.surveys.Wave;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Role;

@UpturnTest
class CaseOpeningTests {
    @Autowired
    Doors doors;

    private Acme acme;
    private Wave q3;
    private Wave q4;

    @BeforeEach
    void openTwoWaves() {
        acme = doors.acme();
        q3 = acme.wave("Q3", 90);
        q4 = acme.wave("Q4", 2);
    }

    @Test
    void cleoIsConvertedDanIsChronicEveIsNewAndSilent() {
        acme.answer(q3, acme.cleo, 9, "Saves us hours every week.");
        acme.answer(q3, acme.dan, 3, "Support never answers.");
        Case cleo = acme.caseOf(acme.answer(q4, acme.cleo, 4, "Three tickets, no resolution."));
        Case dan = acme.caseOf(acme.answer(q4, acme.dan, 2, "Support still never answers."));
        Case eve = acme.caseOf(acme.answer(q4, acme.eve, 5, "no comment"));
        acme.awaitReadings();

        assertThat(cleo.subtype()).isEqualTo(Subtype.CONVERTED);
        assertThat(cleo.previousScore().value()).isEqualTo(9);
        assertThat(dan.subtype()).isEqualTo(Subtype.CHRONIC);
        assertThat(eve.subtype()).isEqualTo(Subtype.NEW);
        assertThat(eve.previousScore()).isNull();
        assertThat(doors.cases.find(acme.workspace(), eve.id()).silent()).isTrue();
        assertThat(doors.cases.find(acme.workspace(), cleo.id()).silent()).isFalse();
    }

    /** What the trajectory was on the day the case opened stays on the record, whatever is edited later. */
    @Test
    void anEditOfTheEarlierAnswerDoesNotRewriteTheCase() {
        acme.answer(q3, acme.cleo, 9, "Good.");
        var answer = acme.answer(q4, acme.cleo, 4, "Bad.");

        acme.answer(q3, acme.cleo, 2, "It was bad even then.");

        assertThat(acme.caseOf(answer).subtype()).isEqualTo(Subtype.CONVERTED);
        assertThat(doors.jdbc
                        .sql("select previous_group from response where workspace_id = :workspace and id = :id")
                        .param("workspace", acme.workspace().value())
                        .param("id", answer.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("promoter");
    }

    @Test
    void whoSkippedAWaveIsComparedWithTheLastOneAnswered() {
        Wave q2 = acme.wave("Q2", 180);
        acme.answer(q2, acme.cleo, 9, "Good.");

        Case cleo = acme.caseOf(acme.answer(q4, acme.cleo, 5, "Two waves later, bad."));

        assertThat(cleo.subtype()).isEqualTo(Subtype.CONVERTED);
        assertThat(cleo.previousScore().value()).isEqualTo(9);
    }

    @Test
    void aChronicDetractorWhoOnceWasHighFellFromThePeak() {
        Wave q2 = acme.wave("Q2", 180);
        acme.answer(q2, acme.dan, 9, "Good.");
        acme.answer(q3, acme.dan, 4, "Worse.");

        Case dan = acme.caseOf(acme.answer(q4, acme.dan, 3, "Still bad."));

        assertThat(dan.subtype()).isEqualTo(Subtype.CHRONIC);
        assertThat(dan.peak()).isEqualTo(new Score(9));
    }

    @Test
    void aConvertedDetractorGoesToTheSeniorOwnerAndTheOthersToTheLoopOwner() {
        Member nadia = acme.member("Nadia", Role.RESPONDER);
        Member marco = acme.member("Marco", Role.RESPONDER);
        doors.assignments.name(acme.olga, acme.program.id(), nadia.id(), marco.id());
        acme.answer(q3, acme.cleo, 9, "Good.");

        assertThat(acme.caseOf(acme.answer(q4, acme.cleo, 4, "Bad.")).ownerName())
                .isEqualTo("Marco");
        assertThat(acme.caseOf(acme.answer(q4, acme.dan, 4, "Bad.")).ownerName())
                .isEqualTo("Nadia");
    }

    @Test
    void aCaseIsNeglectedAfterADayWithoutAnOwnerAndLateAfterTwoWithoutContact() {
        Instant answered = Instant.now();
        Case dan = acme.caseOf(acme.answerAt(answered, q4, acme.dan, 2, "Bad."));
        Instant opened = dan.openedAt();

        assertThat(dan.isNeglected(opened.plus(Duration.ofHours(24)))).isFalse();
        assertThat(dan.isNeglected(opened.plus(Duration.ofHours(24)).plusMillis(1)))
                .isTrue();
        assertThat(dan.isLate(opened.plus(Duration.ofHours(48)))).isFalse();
        assertThat(dan.isLate(opened.plus(Duration.ofHours(48)).plusMillis(1))).isTrue();
        Moment.at(
                opened.plus(Duration.ofHours(25)),
                () -> assertThat(doors.cases.unassigned(acme.workspace(), acme.program.id()))
                        .isEqualTo(1));
        assertThat(doors.cases.unassigned(acme.workspace(), acme.program.id())).isZero();
    }

    @Test
    void theFirstContactStopsTheClockAndLaterOnesDoNotMoveIt() {
        Case dan = acme.caseOf(acme.answer(q4, acme.dan, 2, "Bad."));
        Instant first = dan.openedAt().plusSeconds(3600);

        Moment.at(first.minusSeconds(60), () -> log(dan, FollowUp.Kind.NOTE));
        assertThat(doors.cases.find(acme.workspace(), dan.id()).contactedAt()).isNull();
        Moment.at(first, () -> log(dan, FollowUp.Kind.CONTACTED));
        Moment.at(first.plusSeconds(60), () -> log(dan, FollowUp.Kind.PROMISED));

        assertThat(doors.cases.find(acme.workspace(), dan.id()).contactedAt()).isEqualTo(first);
    }

    @Test
    void walkingTheInboxMeetsEveryCaseExactlyOnceTheUrgentFirst() {
        List<CaseId> opened = IntStream.range(0, 23)
                .mapToObj(n -> acme.contact("Person " + n))
                .map(person -> acme.caseOf(acme.answer(q4, person, 3, "Bad.")).id())
                .toList();
        acme.answer(q3, acme.cleo, 9, "Good.");
        CaseId converted = acme.caseOf(acme.answer(q4, acme.cleo, 4, "Bad.")).id();
        doors.cases.logFollowUp(acme.olga, opened.get(3), FollowUp.Kind.CONTACTED, "Called.");
        doors.cases.close(acme.olga, opened.get(5), Outcome.NO_CONTACT_POSSIBLE, "Left.");

        var filter = new Cases.Filter(acme.program.id(), null, null, null, Cases.Filter.Status.ALL, null);
        var walked = new ArrayList<CaseId>();
        UUID after = null;
        do {
            Slice<Case> slice = doors.cases.list(acme.workspace(), filter, Cases.Order.URGENCY, after, 5);
            slice.items().forEach(one -> walked.add(one.id()));
            after = slice.next();
        } while (after != null);

        assertThat(walked).hasSize(24).doesNotHaveDuplicates().containsAll(opened);
        assertThat(walked.getFirst()).isEqualTo(converted);
        assertThat(walked.get(22)).isEqualTo(opened.get(3));
        assertThat(walked.getLast()).isEqualTo(opened.get(5));
        assertThat(doors.cases
                        .list(acme.workspace(), Cases.Filter.open(acme.program.id()), Cases.Order.URGENCY, null, 100)
                        .items())
                .hasSize(23)
                .isSortedAccordingTo(Comparator.comparing((Case one) -> one.contactedAt() != null));
    }

    @Test
    void aListWalkedNewestFirstLosesNoCaseThatIsWorkedOnMeanwhile() {
        Wave later = acme.wave("Later");
        List<CaseId> opened = List.of(acme.ada, acme.ben, acme.cleo, acme.dan).stream()
                .map(person ->
                        acme.caseOf(acme.answer(later, person, 2, "Bad.")).id())
                .toList();
        var filter = Cases.Filter.open(acme.program.id());

        Slice<Case> first = doors.cases.list(acme.workspace(), filter, Cases.Order.NEWEST, null, 2);
        first.items().forEach(one -> doors.cases.close(acme.olga, one.id(), Outcome.NO_CONTACT_POSSIBLE, "Left."));
        Slice<Case> rest = doors.cases.list(acme.workspace(), filter, Cases.Order.NEWEST, first.next(), 2);

        assertThat(first.items()).extracting(Case::id).containsExactly(opened.get(3), opened.get(2));
        assertThat(rest.items()).extracting(Case::id).containsExactly(opened.get(1), opened.get(0));
    }

    @Test
    void wavesThatOpenAtTheSameTimeFollowEachOtherAsTheyWereMade() {
        Instant opens = Instant.now().minusSeconds(60);
        Wave one = acme.wave("One", opens, opens.plusSeconds(86_400));
        Wave other = acme.wave("Other", opens, opens.plusSeconds(86_400));
        acme.answer(one, acme.ada, 9, "Fine.");

        assertThat(acme.caseOf(acme.answer(other, acme.ada, 4, "Not any more.")).subtype())
                .isEqualTo(Subtype.CONVERTED);
    }

    private void log(Case item, FollowUp.Kind kind) {
        doors.cases.logFollowUp(acme.olga, item.id(), kind, "We talked.");
    }
}
