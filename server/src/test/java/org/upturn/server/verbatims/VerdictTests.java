package org.upturn.server.verbatims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.contacts.Contact;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.responses.Response;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Wave;
import org.upturn.server.verbatims.codebook.CodebookVersion.State;
import org.upturn.server.verbatims.codebook.Draft;
import org.upturn.server.verbatims.codebook.Drafts;
import org.upturn.server.verbatims.codebook.ThemeForm;
import org.upturn.server.verbatims.history.GoingLive;
import org.upturn.server.verbatims.review.Agreement;
import org.upturn.server.verbatims.review.Verdicts;

/** A person's word never loses to the engine, and teaches it. */
@UpturnTest
class VerdictTests {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String SLOW = "slow-response";
    private static final String PRICE = "price-value";

    @Autowired
    Doors doors;

    @Autowired
    Verdicts verdicts;

    @Autowired
    Drafts drafts;

    @Autowired
    GoingLive goingLive;

    private Acme acme;
    private ProgramId program;
    private Wave wave;

    @BeforeEach
    void begin() {
        acme = doors.acme();
        program = acme.program.id();
        wave = acme.wave("Q1");
    }

    @Test
    void whatAPersonRejectsIsGoneAtOnceAndComesBackWhenTheRejectionIsTakenBack() {
        Response answer = read(acme.dan, "Support takes days to answer any ticket.");
        ThemeFound engine = found(answer, SLOW).orElseThrow();

        verdicts.give(acme.olga, answer, SLOW, false);
        assertThat(found(answer, SLOW)).isEmpty();

        verdicts.withdraw(acme.olga, answer, SLOW);
        assertThat(found(answer, SLOW)).hasValue(engine);
        assertThat(verdicts.of(acme.workspace(), answer)).isEmpty();
    }

    @Test
    void whatAPersonAddsIsThereAtOnceAsThatPersonsWord() {
        Response answer = read(acme.dan, "Support takes days to answer any ticket 😀.");

        verdicts.give(acme.olga, answer, PRICE, true);

        assertThat(found(answer, PRICE)).hasValueSatisfying(theme -> {
            assertThat(theme.human()).isTrue();
            assertThat(theme.probability()).isEqualTo(1);
            assertThat(theme.end()).isLessThanOrEqualTo(answer.verbatim().length());
        });
        verdicts.withdraw(acme.olga, answer, PRICE);
        assertThat(found(answer, PRICE)).isEmpty();
    }

    @Test
    void whatTheEngineHadSaidIsKeptBesideTheVerdictSoThatAgreementCanBeCounted() {
        Response first = read(acme.dan, "Support takes days to answer any ticket.");
        Response second = read(acme.ben, "We waited a week for an answer from support.");
        assertThat(found(first, SLOW)).isPresent();
        assertThat(found(second, SLOW)).isPresent();

        verdicts.give(acme.olga, first, SLOW, true);
        verdicts.give(acme.olga, second, SLOW, true);
        verdicts.give(acme.olga, second, SLOW, false);
        verdicts.give(acme.olga, first, PRICE, false);

        assertThat(verdicts.agreement(acme.workspace(), program))
                .containsExactly(new Agreement(PRICE, 1, 1, 0, 0), new Agreement(SLOW, 2, 1, 2, 1));
    }

    @Test
    void whatPeopleTeachHoldsForWhatIsReadAfterAndWhatWasReadBeforeFollows() {
        Contact[] people = {acme.ada, acme.ben, acme.cleo, acme.dan};
        List<String> words = List.of(
                "All lockers were taken again.",
                "The lockers are too small.",
                "No locker was free on Monday.",
                "My locker would not open.");
        for (int i = 0; i < people.length; i++) {
            verdicts.give(acme.olga, read(people[i], words.get(i)), PRICE, true);
        }
        Response before = read(acme.eve, "The lockers smell.");

        Response after = read(acme.contact("Finn"), "Too few lockers for all of us.");

        assertThat(found(after, PRICE))
                .hasValueSatisfying(theme -> assertThat(theme.human()).isFalse());
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(found(before, PRICE)).isPresent());
    }

    @Test
    void aVerdictSurvivesANewVersionOfTheCodebookAndOneGivenWhileItIsReadDoesToo() {
        Response answer = read(acme.dan, "Support takes days to answer any ticket.");
        verdicts.give(acme.olga, answer, SLOW, false);
        drafts.add(acme.olga, program, new ThemeForm("Invoices", "Bills that are wrong.", "", "", "", ""));
        goingLive.begin(acme.olga, program, null, null);
        verdicts.give(acme.olga, answer, PRICE, true);

        await().atMost(LONGEST)
                .until(() ->
                        doors.codebooks.version(acme.workspace(), program, 2).state() == State.ACTIVE);

        assertThat(found(answer, SLOW)).isEmpty();
        assertThat(found(answer, PRICE))
                .hasValueSatisfying(theme -> assertThat(theme.human()).isTrue());
    }

    @Test
    void aYesToAThemeThatIsMergedIntoAnotherCountsForTheHeir() {
        Response answer = read(acme.dan, "The lockers smell.");
        verdicts.give(acme.olga, answer, PRICE, true);
        String seen =
                Draft.seen(drafts.find(acme.workspace(), program).theme(PRICE).orElseThrow());
        drafts.merge(acme.olga, program, PRICE, seen, SLOW);
        goingLive.begin(acme.olga, program, null, null);

        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(found(answer, SLOW))
                        .hasValueSatisfying(theme -> assertThat(theme.human()).isTrue()));
    }

    @Test
    void aVerdictOnOtherWordsDoesNotHoldForTheEditedAnswer() {
        Response answer = read(acme.dan, "Support takes days to answer any ticket.");
        verdicts.give(acme.olga, answer, SLOW, false);

        Response edited = read(acme.dan, "Nobody answers my tickets for weeks.");

        assertThat(edited.id()).isEqualTo(answer.id());
        assertThat(verdicts.of(acme.workspace(), edited)).isEmpty();
    }

    @Test
    void aThemeThatIsNotInTheCodebookAndAnAnswerWithoutWordsCannotBeJudged() {
        Response answer = read(acme.dan, "Support takes days to answer any ticket.");
        Response wordless = acme.answer(wave, acme.eve, 3, "");
        assertThatThrownBy(() -> verdicts.give(acme.olga, answer, "lockers", true))
                .hasMessageContaining("no such theme");
        assertThatThrownBy(() -> verdicts.give(acme.olga, wordless, PRICE, true))
                .hasMessageContaining("no words");
    }

    private Response read(Contact who, String words) {
        Response answer = acme.answer(wave, who, 3, words);
        await().atMost(LONGEST)
                .until(() -> doors.readings.find(acme.workspace(), answer.id()).isPresent());
        return answer;
    }

    private Optional<ThemeFound> found(Response answer, String theme) {
        return doors.readings.find(acme.workspace(), answer.id()).orElseThrow().themes().stream()
                .filter(one -> one.theme().equals(theme))
                .findFirst();
    }
}
