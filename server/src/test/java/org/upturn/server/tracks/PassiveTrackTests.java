package org.upturn.server.tracks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.corrections.CorrectionRules;
import org.upturn.server.corrections.RuleKind;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.kernel.Moment;
import org.upturn.server.surveys.Wave;
import org.upturn.server.tracks.passives.Passive;
import org.upturn.server.tracks.passives.PassiveFigures;
import org.upturn.server.tracks.passives.Passives;
import org.upturn.server.tracks.passives.Risk;

/** Who drifts, why, what they miss, and who is in touch (S3-11). */
@UpturnTest
class PassiveTrackTests {
    @Autowired
    Doors doors;

    @Autowired
    Tracks tracks;

    @Autowired
    Passives passives;

    @Autowired
    CorrectionRules rules;

    private Acme acme;
    private Wave first;
    private Wave second;

    @BeforeEach
    void begin() {
        acme = doors.acme();
        first = acme.wave("Q3", 90);
        second = acme.wave("Q4");
    }

    @Test
    void whoWasAPromoterComesFirstAndTheReasonIsSaid() {
        acme.answer(first, acme.ada, 9, "Great.");
        acme.answer(first, acme.ben, 8, "Fine.");
        acme.answer(first, acme.cleo, 7, "Fine.");
        acme.answer(second, acme.ben, 7, "Fine.");
        acme.answer(second, acme.cleo, 8, "Fine.");
        acme.answer(second, acme.eve, 7, "Support is terribly slow, rude and useless. I am angry.");
        acme.answer(second, acme.ada, 7, "Fine.");
        acme.answer(second, acme.dan, 9, "Good.");
        acme.awaitReadings();

        List<Passive> found = passives.list(acme.workspace(), second, 100);

        assertThat(found)
                .extracting(Passive::name)
                .startsWith("Ada")
                .endsWith("Cleo")
                .hasSize(4);
        assertThat(found.getFirst().risks()).containsExactly(Risk.WAS_PROMOTER);
        assertThat(of(found, "Ben").risks()).containsExactly(Risk.FELL);
        assertThat(of(found, "Eve").risks()).containsExactly(Risk.NEGATIVE_SEVEN);
        assertThat(of(found, "Cleo").risks()).isEmpty();
        assertThat(figures()).satisfies(one -> {
            assertThat(one.passives()).isEqualTo(4);
            assertThat(one.atRisk()).isEqualTo(3);
        });
        String page = acme.browser()
                .get("/programs/" + acme.program.id().value() + "/passives")
                .expect(200)
                .body();
        assertThat(page).contains("was a promoter", "fell since the last wave", "a 7 with negative words");
        String file = acme.browser()
                .get("/programs/" + acme.program.id().value() + "/passives.csv")
                .expect(200)
                .body();
        assertThat(file).contains("Ada,Acme Ltd,7,9,Fine.,was-promoter");
    }

    @Test
    void everyPassiveOfTheWaveBeforeIsCountedOnce() {
        acme.answer(first, acme.ada, 8, "");
        acme.answer(first, acme.ben, 8, "");
        acme.answer(first, acme.cleo, 7, "");
        acme.answer(first, acme.dan, 7, "");
        acme.answer(second, acme.ada, 9, "");
        acme.answer(second, acme.ben, 7, "");
        acme.answer(second, acme.cleo, 3, "");

        PassiveFigures figures = figures();

        assertThat(figures.fates()).isEqualTo(new PassiveFigures.Fates(1, 1, 1, 1));
        assertThat(figures.fates().whole()).isEqualTo(4);
    }

    @Test
    void onlyWhoDidNotSayIsAskedWhatWouldMakeItANineAndOnlyOnce() {
        acme.answer(second, acme.ada, 7, "");
        acme.answer(second, acme.ben, 8, "Support is far too slow, I waited a week for an answer.");
        acme.answer(second, acme.cleo, 9, "");
        acme.answer(second, acme.dan, 2, "");
        acme.answer(second, acme.contact("Fay"), 7, "Would score higher with a proper calendar view.");
        acme.answer(second, acme.contact("Gus"), 8, "The parking lot at the lake was closed on Tuesday.");
        acme.awaitReadings();
        assertThat(rules.unasked(acme.workspace(), second.id(), RuleKind.PASSIVE_NINE))
                .isEqualTo(1);
        assertThat(figures().themes())
                .extracting(PassiveFigures.Missed::people)
                .allMatch(people -> people == 1)
                .isNotEmpty();
        assertThat(figures().uncovered())
                .as("whose words no theme covers is seen, too")
                .isPositive()
                .isLessThanOrEqualTo(2);

        rules.turnOn(acme.olga, acme.program.id(), RuleKind.PASSIVE_NINE, Duration.ZERO, 14);
        var late = acme.answer(second, acme.eve, 8, "");
        Moment.at(Instant.now().plus(Duration.ofHours(1)), () -> {
            assertThat(rules.askDue(acme.workspace(), acme.program.id(), RuleKind.PASSIVE_NINE))
                    .isEqualTo(1);
            assertThat(rules.askDue(acme.workspace(), acme.program.id(), RuleKind.PASSIVE_NINE))
                    .isZero();
        });

        assertThat(doors.corrections.ofResponse(acme.workspace(), late.id())).singleElement();
        assertThat(of(passives.list(acme.workspace(), second, 100), "Eve").asked())
                .isNotNull();
    }

    @Test
    void anOwnerIsNamedAndATouchpointStandsInThePersonsHistory() {
        acme.answer(second, acme.ben, 7, "Fine.");
        String path = "/programs/" + acme.program.id().value() + "/passives/"
                + acme.ben.id().value();

        acme.browser()
                .post(
                        path,
                        Map.of(
                                "owner",
                                acme.olga.id().value().toString(),
                                "kind",
                                "call",
                                "words",
                                "Rang Ben. He misses <b>weekend</b> hours."))
                .expect(303);

        Passive ben = of(passives.list(acme.workspace(), second, 100), "Ben");
        assertThat(ben.owner()).isEqualTo(new Passive.Owner(acme.olga.id(), "Olga Brandt"));
        assertThat(ben.touched()).satisfies(one -> assertThat(one.by()).isEqualTo("Olga Brandt"));
        assertThat(doors.interactions.latest(
                        acme.workspace(), new ContactId(acme.ben.id().value()), 5))
                .singleElement()
                .satisfies(one -> assertThat(one.body()).contains("weekend"));
        assertThat(acme.browser()
                        .get("/programs/" + acme.program.id().value() + "/passives")
                        .body())
                .doesNotContain("<b>weekend</b>");
        acme.browser().post(path, Map.of("owner", "")).expect(303);
        assertThat(of(passives.list(acme.workspace(), second, 100), "Ben").owner())
                .isNull();
    }

    private PassiveFigures figures() {
        var shown = tracks.newest(acme.workspace(), acme.program.id()).orElseThrow();
        return passives.figures(acme.workspace(), shown);
    }

    private static Passive of(List<Passive> all, String name) {
        return all.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }
}
