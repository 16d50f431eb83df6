package org.upturn.server.insights.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.cases.FollowUp;
import org.upturn.server.cases.Outcome;
import org.upturn.server.cases.Subtype;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.insights.LoopFigures;
import org.upturn.server.insights.Share;
import org.upturn.server.insights.WaveFigures;
import org.upturn.server.kernel.Moment;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.Slice;
import org.upturn.server.responses.Response;
import org.upturn.server.surveys.Wave;

@UpturnTest
class LoopTests {
    @Autowired
    Doors doors;

    private Acme acme;
    private Wave q3;
    private Wave q4;
    private final Instant then =
            Instant.now().minus(Duration.ofDays(60)).truncatedTo(java.time.temporal.ChronoUnit.MICROS);

    @BeforeEach
    void openWaves() {
        acme = doors.acme();
        doors.assignments.name(acme.olga, acme.program.id(), acme.olga.id(), null);
        q3 = acme.wave("Q3", 90);
        q4 = acme.wave("Q4", 30);
    }

    @Test
    void tellsOfEachDetractorWhatBecameOfThem() {
        Response cleo = acme.answerAt(then, q3, acme.cleo, 3, "Support is slow.");
        acme.answerAt(then, q3, acme.dan, 4, "Support is slow.");
        acme.answerAt(then, q3, acme.eve, 2, "Support is slow.");
        acme.answerAt(then, q3, acme.ada, 9, "Fine.");
        contact(cleo, then.plus(Duration.ofHours(5)));
        acme.answer(q4, acme.cleo, 9, "Much better.");
        acme.answer(q4, acme.dan, 3, "Still slow.");
        acme.invite(q4, acme.eve);
        Response late = acme.answer(q4, acme.ben, 6, "Slow.");

        List<LoopCase> cases = cases(null);
        LoopReport report = LoopReport.of(List.of(q3, q4), cases);

        assertThat(report.became())
                .isEqualTo(Map.of(
                        Became.RECOVERED, 1L,
                        Became.IMPROVING, 0L,
                        Became.UNCHANGED, 0L,
                        Became.WORSE, 1L,
                        Became.SILENT, 1L,
                        Became.NOT_ASKED, 2L));
        assertThat(report.promoters()).isEqualTo(new Difference(new Share(1, 1), new Share(0, 1)));
        Slice<LoopPerson> people = doors.loops.people(acme.workspace(), cases, Became.NOT_ASKED, null, 1);
        assertThat(people.items()).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("Ben");
            assertThat(one.item().id()).isEqualTo(acme.caseOf(late).id().value());
        });
        assertThat(doors.loops
                        .people(acme.workspace(), cases, Became.NOT_ASKED, people.next(), 1)
                        .items())
                .extracting(LoopPerson::name)
                .containsExactly("Dan");
        assertThat(cases(Subtype.CHRONIC)).hasSize(1);
    }

    @Test
    void theFiguresAreThoseOfTheHomePage() {
        contact(acme.answerAt(then, q3, acme.cleo, 3, "Support is slow."), then.plus(Duration.ofHours(49)));
        Response dan = acme.answerAt(then, q3, acme.dan, 4, "Support is slow.");
        doors.cases.close(acme.olga, acme.caseOf(dan).id(), Outcome.NO_CONTACT_POSSIBLE, "Left.");
        acme.answer(q4, acme.eve, 1, "");
        acme.answer(q4, acme.eve, 8, "Wrong button.");

        LoopReport report = LoopReport.of(List.of(q3, q4), cases(null));

        assertThat(report.waves())
                .extracting(LoopReport.OfWave::figures)
                .containsExactlyElementsOf(doors.insights.waves(acme.workspace(), acme.program.id()).stream()
                        .map(WaveFigures::loop)
                        .toList())
                .containsExactly(new LoopFigures(2, 0, 1, 0, 1), LoopFigures.NONE);
    }

    @Test
    void measuresEachStepFromTheAnswer() {
        Response cleo = acme.answerAt(then, q3, acme.cleo, 3, "Support is slow.");
        acme.awaitReadings();
        contact(cleo, then.plus(Duration.ofHours(5)));
        Moment.at(then.plus(Duration.ofDays(2)), () -> {
            for (FollowUp.Kind kind : List.of(FollowUp.Kind.DELIVERED, FollowUp.Kind.RESPONSE)) {
                doors.cases.logFollowUp(acme.olga, acme.caseOf(cleo).id(), kind, "As promised.");
            }
            doors.cases.close(acme.olga, acme.caseOf(cleo).id(), Outcome.RESOLVED, null);
        });

        assertThat(cases(null)).singleElement().satisfies(one -> {
            assertThat(one.after())
                    .containsEntry(Leg.ASSIGNED, 0)
                    .containsEntry(Leg.CONTACTED, 5 * 3600)
                    .containsEntry(Leg.RESOLVED, 48 * 3600)
                    .containsKey(Leg.READ);
            assertThat(one.inTime()).isTrue();
        });
    }

    @Test
    void aWaveOutsideOfTheChoiceIsLeftOut() {
        acme.answerAt(then, q3, acme.cleo, 3, "Support is slow.");

        var only = LoopFilter.of(acme.program.id(), List.of(q3, q4), q4.id().value(), null, null);

        assertThat(doors.loops.look(acme.workspace(), only).cases()).isEmpty();
    }

    @Test
    void thePageTheFileAndTheHomePageShowIt() {
        contact(acme.answerAt(then, q3, acme.cleo, 3, "Support is slow."), then.plus(Duration.ofHours(5)));
        acme.answer(q4, acme.cleo, 9, "Much better.");

        assertThat(acme.browser().get("/loop").expect(200).body())
                .contains("Contacted within 48 h", "Recovered", "Nobody drew lots", "Cleo");
        assertThat(acme.browser().get("/loop.csv").expect(200).body())
                .contains("case,name", ",Cleo,", ",3,9,recovered,", ",18000,");
        assertThat(acme.browser().get("/").expect(200).body()).contains("/loop?program=");
        acme.browser()
                .get("/loop?from=" + q4.id().value() + "&to=" + q3.id().value())
                .expect(422);
    }

    /** What takes a second to read stays for a minute, and says of when it is; so much that a small team never sees it. */
    @Test
    void theFiguresOfVeryManyAreReadOnceAMinute() {
        doors.jdbc
                .sql("""
                        with person as (
                          insert into contact (workspace_id, id, external_id, name, known_since, created_at, updated_at)
                          select :workspace, uuidv7(), 'many ' || number, 'Many', :now, :now, :now
                          from generate_series(1, 10000) as number
                          returning id),
                        given as (
                          insert into response (workspace_id, id, program_id, wave_id, contact_id, survey_id, version, score,
                            answered_at, changed_at, segments)
                          select :workspace, uuidv7(), wave.program_id, wave.id, person.id, wave.survey_id, 1, 3, :now, :now, '{}'
                          from person
                          join wave on wave.workspace_id = :workspace and wave.id = :wave
                          returning id, contact_id, program_id, wave_id)
                        insert into cases (workspace_id, id, response_id, contact_id, program_id, wave_id, subtype, silent,
                          opened_at, assign_due_at, contact_due_at)
                        select :workspace, uuidv7(), given.id, contact_id, program_id, wave_id, 'new', true, :now, :now,
                          :now
                        from given
                        """)
                .param("workspace", acme.workspace().value())
                .param("wave", q3.id().value())
                .param("now", Rows.time(then))
                .update();
        doors.jdbc.sql("analyze contact, response, cases").update();
        assertThat(cases(null)).hasSize(10_000);

        acme.answer(q4, acme.cleo, 3, "Support is slow.");

        assertThat(cases(null)).hasSize(10_000);
        assertThat(cases(Subtype.CONVERTED)).isEmpty();
        assertThat(acme.browser().get("/loop").expect(200).body()).contains("counted once a minute");
        Moment.at(
                Instant.now().plus(Duration.ofMinutes(2)),
                () -> assertThat(cases(null)).hasSize(10_001));
    }

    private List<LoopCase> cases(Subtype subtype) {
        var filter = LoopFilter.of(acme.program.id(), List.of(q3, q4), null, null, subtype);
        return doors.loops.look(acme.workspace(), filter).cases();
    }

    private void contact(Response response, Instant time) {
        Moment.at(
                time,
                () -> doors.cases.logFollowUp(
                        acme.olga, acme.caseOf(response).id(), FollowUp.Kind.PROMISED, "A second person on support."));
    }
}
