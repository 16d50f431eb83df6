package org.upturn.server.cases.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.CaseNews;
import org.upturn.server.cases.FollowUp;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.kernel.Moment;
import org.upturn.server.surveys.Wave;

@UpturnTest
@RecordApplicationEvents
class CaseClockTests {
    @Autowired
    Doors doors;

    @Autowired
    CaseClocks clocks;

    @Autowired
    ApplicationEvents events;

    private Acme acme;

    @BeforeEach
    void aWorkspace() {
        acme = doors.acme();
    }

    @Test
    void eachClockOfANeglectedCaseIsToldOnceWhenItRunsOut() {
        Case item = acme.caseOf(acme.answer(acme.wave("Q1"), acme.dan, 2, ""));
        Instant start = item.openedAt();

        lookAt(start.plus(Duration.ofHours(24)).minusSeconds(1));
        assertThat(news(item)).isEmpty();
        lookAt(start.plus(Duration.ofHours(24)));
        assertThat(news(item)).containsExactlyInAnyOrder(CaseNews.Kind.UNASSIGNED, CaseNews.Kind.QUESTION_DUE);
        lookAt(start.plus(Duration.ofHours(36)));
        lookAt(start.plus(Duration.ofHours(48)));
        lookAt(start.plus(Duration.ofHours(49)));
        lookAt(start.plus(Duration.ofDays(30)));
        assertThat(news(item))
                .containsExactlyInAnyOrder(
                        CaseNews.Kind.UNASSIGNED,
                        CaseNews.Kind.QUESTION_DUE,
                        CaseNews.Kind.CONTACT_SOON,
                        CaseNews.Kind.CONTACT_LATE,
                        CaseNews.Kind.ACT_LATE);
    }

    @Test
    void aWarningThatIsOvertakenIsToldToNobody() {
        Case item = acme.caseOf(acme.answer(acme.wave("Q1"), acme.dan, 2, ""));

        lookAt(item.openedAt().plus(Duration.ofHours(50)));

        assertThat(news(item)).contains(CaseNews.Kind.CONTACT_LATE).doesNotContain(CaseNews.Kind.CONTACT_SOON);
    }

    @Test
    void whatWasDoneInTimeIsNotTold() {
        Case item = acme.caseOf(acme.answer(acme.wave("Q1"), acme.dan, 2, ""));
        doors.cases.assign(acme.olga, item.id(), acme.olga.id());
        doors.cases.logFollowUp(acme.olga, item.id(), FollowUp.Kind.CONTACTED, "Rang him.");

        lookAt(item.openedAt().plus(Duration.ofHours(72)));

        assertThat(news(item)).containsExactly(CaseNews.Kind.ASSIGNED);
    }

    @Test
    void whatRanOutLongAgoIsHistoryAndToldToNobody() {
        Case item = acme.caseOf(acme.answer(acme.wave("Q1"), acme.dan, 2, ""));

        lookAt(item.openedAt().plus(Duration.ofDays(20)));

        assertThat(news(item)).isEmpty();
    }

    /** The clocks run on the wall, and a day is 24 hours (decision 10), also when Berlin turns its clocks. */
    @Test
    void theNightInWhichClocksAreTurnedDoesNotStretchTheRecoveryWindow() {
        Instant night = Instant.parse("2026-03-28T23:30:00Z");
        Wave wave = acme.wave("Q1", night.minus(Duration.ofDays(1)), night.plus(Duration.ofDays(3_000)));
        Case item = acme.caseOf(acme.answerAt(night, wave, acme.dan, 2, "Slow."));

        assertThat(item.clocks().contactBy()).isEqualTo(Instant.parse("2026-03-30T23:30:00Z"));
    }

    @Test
    void fourServersThatLookAtTheSameMomentTellOnce() {
        Wave wave = acme.wave("Q1");
        List<Case> cases = IntStream.range(0, 120)
                .mapToObj(i -> acme.caseOf(acme.answer(wave, acme.contact("P" + i), 3, "")))
                .toList();
        Instant late = cases.getLast().openedAt().plus(Duration.ofHours(25));

        // Each on a thread of its own; what they told is counted where it was noted.
        IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> lookAt(late)))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(doors.jdbc
                        .sql("""
                                select count(*)
                                from case_clock
                                where workspace_id = :workspace
                                  and kind = 'assign'
                                  and fired_at is not null
                                  and not kept
                                """)
                        .param("workspace", acme.workspace().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(120);
        assertThat(lookAt(late)).isZero();
    }

    private int lookAt(Instant time) {
        var looked = new int[1];
        Moment.at(time, () -> {
            for (int some = clocks.look(acme.workspace()); some > 0; some = clocks.look(acme.workspace())) {
                looked[0] += some;
            }
        });
        return looked[0];
    }

    private List<CaseNews.Kind> news(Case item) {
        return events.stream(CaseNews.class)
                .filter(one -> one.id().equals(item.id()))
                .map(CaseNews::kind)
                .toList();
    }
}
