package org.upturn.server.invitations.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.NewContact;
import org.upturn.server.contacts.segments.Condition;
import org.upturn.server.contacts.segments.Rule;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.invitations.cadence.Cadence;
import org.upturn.server.invitations.cadence.CadenceRuns;
import org.upturn.server.invitations.cadence.Cadences;
import org.upturn.server.invitations.cadence.Rhythm;
import org.upturn.server.invitations.mail.MailSetup;
import org.upturn.server.invitations.mail.Pace;
import org.upturn.server.kernel.Moment;
import org.upturn.server.surveys.Wave;

/** Schedules ask once, whom they are for, at their time; and mailings reach segments, day by day. */
@UpturnTest
class CadenceTests {
    private static final Cadence.Round ROUND = new Cadence.Round(14, 1, List.of());
    private static final Instant SOON = Instant.now().plus(Duration.ofDays(40));

    @Autowired
    Doors doors;

    @Autowired
    MailSetup setup;

    @Autowired
    Mailings mailings;

    @Autowired
    MailFates fates;

    @Autowired
    Cadences cadences;

    @Autowired
    CadenceRuns runs;

    private Acme acme;
    private Contact ada;
    private Contact ben;

    @BeforeEach
    void twoWithAnAddress() {
        acme = doors.acme();
        setup.save(acme.olga, MailTesting.settings(9, doors.url(), new Pace(10_000, 0)), null);
        ada = MailTesting.contact(doors, acme, "ada");
        ben = MailTesting.contact(doors, acme, "ben");
    }

    @Test
    void asksEverySoManyDaysInAWaveOfItsOwnAndOnlyOnce() {
        var every = new Rhythm.Every(7, LocalDate.now(), LocalTime.of(9, 0));
        Cadence weekly = add("Weekly", every, segment("email", Condition.Is.CONTAINS, "ada"));
        Instant first = weekly.nextAt();

        Moment.at(first.minusSeconds(1), () -> assertThat(run()).isFalse());
        Moment.at(first.plusSeconds(1), () -> {
            assertThat(run()).isTrue();
            assertThat(run()).as("once, however many look").isFalse();
        });
        Moment.at(
                first.plus(Duration.ofDays(7)).plusSeconds(1),
                () -> assertThat(run()).isTrue());

        assertThat(doors.surveys.waves(acme.workspace(), acme.program.id())).noneMatch(Wave::rolling);
        assertThat(waves()).hasSize(2).allMatch(name -> name.startsWith("Weekly 20"));
        assertThat(asked()).containsOnly(ada.email()).hasSize(1);
    }

    @Test
    void asksWhomSomethingHappenedToOnceForEachKeyInAWaveOfTheMonth() {
        add("Bought", new Rhythm.Event("Purchase", 24), Audience.EVERYONE);
        assertThat(cadences.happened(acme.workspace(), "purchase", ada.id(), "order 1", SOON))
                .isEqualTo(1);
        cadences.happened(acme.workspace(), "purchase", ada.id(), "order 1", SOON);
        cadences.happened(acme.workspace(), "returned", ben.id(), "order 2", SOON);

        Moment.at(SOON.plus(Duration.ofHours(23)), () -> assertThat(run()).isFalse());
        Moment.at(SOON.plus(Duration.ofHours(25)), () -> {
            assertThat(run()).isTrue();
            assertThat(run()).isFalse();
        });

        assertThat(asked()).containsExactly(ada.email());
        assertThat(doors.surveys.waves(acme.workspace(), acme.program.id())).allMatch(Wave::rolling);
        assertThat(waves()).singleElement().asString().matches("Bought \\d{4}-\\d{2}");
    }

    @Test
    void asksOnTheAnniversaryOfTheDayOnWhichSomebodyCame() {
        Instant now = Instant.now();
        register("old", now.minus(Duration.ofDays(365 * 2 + 20)));
        Cadence yearly = add("Anniversary", new Rhythm.Milestone(null, 0, true, LocalTime.of(9, 0)), Audience.EVERYONE);
        Cadence month =
                add("After 30 days", new Rhythm.Milestone(null, 30, false, LocalTime.of(9, 0)), Audience.EVERYONE);
        assertThat(yearly.nextAt()).isEqualTo(month.nextAt());

        Instant time = yearly.nextAt();
        for (int day = 0; day < 380; day++) {
            Moment.at(time.plus(Duration.ofDays(day)).plus(Duration.ofHours(2)), () -> {
                while (run()) {
                    assertThat(cadences.list(acme.workspace(), acme.program.id()))
                            .extracting(Cadence::problem)
                            .containsOnlyNulls();
                }
            });
        }

        Map<String, Long> asked = fates.list(acme.workspace(), null, null, null, 200).items().stream()
                .collect(Collectors.groupingBy(fate -> name(fate), Collectors.counting()));
        assertThat(asked.get("old")).as("its third and fourth year").isBetween(1L, 2L);
        assertThat(asked.get("ada")).as("after 30 days, and after a year").isEqualTo(2);
    }

    @Test
    void aPausedScheduleRestsAndOneThatCannotSaysWhy() {
        Cadence weekly = add("Weekly", new Rhythm.Every(7, LocalDate.now(), LocalTime.of(9, 0)), Audience.EVERYONE);
        cadences.pause(acme.olga, acme.program.id(), weekly.id());
        Moment.at(SOON, () -> assertThat(run()).isFalse());
        Moment.at(SOON, () -> cadences.resume(acme.olga, acme.program.id(), weekly.id()));
        assertThat(waves()).isEmpty();

        Acme without = doors.acme();
        Cadence stuck = cadences.add(
                without.olga,
                without.program.id(),
                new Cadences.Told(
                        "Weekly", new Rhythm.Every(7, LocalDate.now(), LocalTime.of(9, 0)), Audience.EVERYONE, ROUND));
        Moment.at(SOON, () -> assertThat(runs.runOne(without.workspace())).isTrue());
        assertThat(cadences.find(without.workspace(), without.program.id(), stuck.id())
                        .problem())
                .contains("mail server");
        assertThat(doors.surveys.waves(without.workspace(), without.program.id()))
                .as("no wave without mails")
                .isEmpty();
    }

    @Test
    void aMailingReachesASegmentSpreadOverDaysAndSaysWhoDoesNotWantToBeAsked() {
        Contact cleo = MailTesting.contact(doors, acme, "cleo");
        doors.contacts.change(acme.olga, cleo.id(), Map.of("consent", Map.of("state", "withdrawn")), null);
        for (int i = 0; i < 30; i++) {
            MailTesting.contact(doors, acme, "many" + i);
        }
        Instant later = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(2));
        Wave wave = acme.wave("Q4");
        Audience all = segment("email", Condition.Is.KNOWN, "");
        var mailing = mailings.start(acme.olga, wave.id(), new Mailings.Order(all, later, 4, List.of()));

        assertThat(mailings.skips(acme.workspace(), mailing)).containsEntry(Skip.NO_CONSENT, 1L);
        Map<Long, Long> days = fates.list(acme.workspace(), null, wave.id(), null, 200).items().stream()
                .collect(Collectors.groupingBy(
                        fate -> Duration.between(later, fate.readyAt()).toDays(), Collectors.counting()));
        assertThat(days.keySet()).isEqualTo(Set.of(0L, 1L, 2L, 3L));
        assertThat(days.values()).allMatch(count -> count >= 8 && count <= 10);
    }

    private boolean run() {
        return runs.runOne(acme.workspace());
    }

    private Cadence add(String name, Rhythm rhythm, Audience audience) {
        return cadences.add(acme.olga, acme.program.id(), new Cadences.Told(name, rhythm, audience, ROUND));
    }

    private Audience segment(String field, Condition.Is is, String value) {
        var rule = new Rule(false, List.of(new Condition(field, is, value)));
        return Audience.of(
                "segment",
                null,
                doors.segments.add(acme.olga, "Those", rule).id().toString());
    }

    private void register(String name, Instant since) {
        doors.contacts.register(
                acme.workspace(), new NewContact(name, name, Acme.email(name), null, null, Map.of(), since));
    }

    private List<String> waves() {
        return doors.surveys.waves(acme.workspace(), acme.program.id()).stream()
                .map(Wave::name)
                .toList();
    }

    private Set<String> asked() {
        return fates.list(acme.workspace(), null, null, null, 200).items().stream()
                .map(fate ->
                        doors.contacts.find(acme.workspace(), fate.contact()).email())
                .collect(Collectors.toSet());
    }

    private String name(MailFate fate) {
        return doors.contacts.find(acme.workspace(), fate.contact()).name();
    }
}
