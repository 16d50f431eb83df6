package org.upturn.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearnerTests {
    private static final Codebook BOOK = CodebookFile.parse("""
            name: Gym
            themes:
              - {id: price, name: Price, description: What it costs}
              - {id: staff, name: Staff, description: The people who work there}
              - {id: parking, name: Parking, description: Where to leave the car}
            """);

    /** Nothing in the codebook says that lockers belong to staff; only answers can. */
    private static final List<String> LOCKERS = List.of(
            "The lockers are always broken",
            "My locker would not open again",
            "No free lockers in the evening",
            "Someone should mend the lockers",
            "Lockers too small for a bag",
            "I waited for a locker twice",
            "The locker keys get lost");

    private static final List<String> OTHERS = List.of(
            "The showers are cold",
            "Music is far too loud",
            "Great classes on Monday",
            "I love the sauna",
            "The weights are old",
            "Opening hours are short",
            "The pool was closed again");

    private final Learner learner = Loaded.READER.learner(BOOK);

    private static List<Judgement> lockersAreStaff() {
        List<Judgement> judgements = new ArrayList<>();
        LOCKERS.forEach(text -> judgements.add(new Judgement(text, "staff", true)));
        OTHERS.forEach(text -> judgements.add(new Judgement(text, "staff", false)));
        return judgements;
    }

    private static Reading read(Learned learned, String text) {
        return Loaded.READER.read(BOOK, learned, Verbatim.of(text));
    }

    private static Coding coding(Learned learned, String text, String theme) {
        return read(learned, text).codings().stream()
                .filter(coding -> coding.theme().equals(theme))
                .findFirst()
                .orElse(new Coding(theme, 0, false, 0, 0, 0));
    }

    @Test
    void withoutAJudgementEverythingIsReadByTheCodebookAlone() {
        Learned nothing = learner.learn(List.of());
        assertThat(nothing.isNothing()).isTrue();
        for (String text : List.of("Too expensive, but the staff is kind", "I could not park", "", "Zu teuer")) {
            assertThat(read(nothing, text)).isEqualTo(Loaded.read(BOOK, text));
        }
    }

    @Test
    void aThemeWithoutAJudgementIsReadAsBefore() {
        Learned learned = learner.learn(lockersAreStaff());
        String text = "Much too expensive and nowhere to park the car";
        for (String theme : List.of("price", "parking")) {
            assertThat(coding(learned, text, theme)).isEqualTo(coding(Learned.NOTHING, text, theme));
        }
    }

    @Test
    void aCorrectionNeverLosesToTheMachine() {
        String text = "The staff is kind and helpful";
        assertThat(coding(Learned.NOTHING, text, "staff").decided()).isTrue();
        List<Judgement> judgements = lockersAreStaff();
        judgements.add(new Judgement(text, "staff", false));
        judgements.add(new Judgement(text, "parking", true));
        Learned learned = learner.learn(judgements);
        assertThat(coding(learned, text, "staff"))
                .matches(coding -> coding.human() && !coding.decided() && coding.probability() == 0)
                .matches(coding -> coding.start() == 0 && coding.end() == text.length());
        assertThat(coding(learned, " " + text + "\n", "parking"))
                .matches(coding -> coding.human() && coding.decided() && coding.probability() == 1);
    }

    @Test
    void aHandfulOfAnswersMovesWhatTheCodebookCannotKnow() {
        String text = "All lockers were taken";
        assertThat(coding(Learned.NOTHING, text, "staff").decided()).isFalse();
        Learned learned = learner.learn(lockersAreStaff());
        assertThat(coding(learned, text, "staff").decided()).isTrue();
        assertThat(coding(learned, "The music is awful", "staff").decided()).isFalse();
    }

    @Test
    void oneAnswerMovesOnlyTextsLikeIt() {
        for (boolean yes : List.of(true, false)) {
            Learned learned = learner.learn(List.of(new Judgement(LOCKERS.getFirst(), "staff", yes)));
            for (String text : OTHERS) {
                assertThat(read(learned, text).decided())
                        .as(text)
                        .map(Coding::theme)
                        .isEqualTo(read(Learned.NOTHING, text).decided().stream()
                                .map(Coding::theme)
                                .toList());
            }
        }
    }

    @Test
    void yesAloneDoesNotMakeAThemeOfEverything() {
        List<Judgement> clicked =
                LOCKERS.stream().map(text -> new Judgement(text, "staff", true)).toList();
        Learned learned = learner.learn(clicked);
        assertThat(OTHERS).noneMatch(text -> coding(learned, text, "staff").decided());
        assertThat(coding(learned, "No locker that closes", "staff").probability())
                .isGreaterThan(coding(Learned.NOTHING, "No locker that closes", "staff")
                        .probability());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "asdf", "n/a", "👍", "Nothing."})
    void whatSaysNothingHasNoThemeUnlessAPersonSaidSo(String text) {
        Learned learned = learner.learn(List.of(
                new Judgement("Not ok", "staff", true),
                new Judgement("Nothing works and nobody cares", "staff", true)));
        assertThat(read(learned, text).codings()).isEmpty();
        Learned said = learner.learn(List.of(new Judgement(text, "staff", true)));
        assertThat(coding(said, text, "staff").human()).isTrue();
    }

    @Test
    void learnsInALanguageThatTheModelDoesNotKnow() {
        List<Judgement> judgements = new ArrayList<>();
        Stream.of(
                        "Die Parkplätze sind immer voll und das ist schlecht",
                        "Ich habe keinen Parkplatz gefunden und bin gegangen",
                        "Der Parkplatz ist zu klein für die Autos",
                        "Es gibt nie einen freien Parkplatz am Abend",
                        "Das Parken ist eine Katastrophe für mich",
                        "Wir suchen immer lange einen Parkplatz")
                .forEach(text -> judgements.add(new Judgement(text, "parking", true)));
        Stream.of(
                        "Die Duschen sind immer kalt und das ist schlecht",
                        "Ich habe keinen Kurs gefunden und bin gegangen",
                        "Der Saal ist zu klein für die Kurse",
                        "Es gibt nie einen freien Trainer am Abend",
                        "Die Musik ist eine Katastrophe für mich",
                        "Wir warten immer lange auf ein Gerät")
                .forEach(text -> judgements.add(new Judgement(text, "parking", false)));
        Learned learned = learner.learn(judgements);
        assertThat(coding(learned, "Die Parkplätze sind zu weit weg und zu teuer", "parking")
                        .decided())
                .isTrue();
        assertThat(coding(learned, "Die Geräte sind alt und nicht sauber", "parking")
                        .decided())
                .isFalse();
    }

    @Test
    void neitherTheOrderNorWhatWasLearnedBeforeMatters() {
        List<Judgement> judgements = lockersAreStaff();
        Learned first = learner.learn(judgements);
        learner.learn(judgements.subList(0, 3));
        List<Judgement> shuffled = new ArrayList<>(judgements);
        java.util.Collections.shuffle(shuffled, new Random(5));
        Learned again = learner.learn(shuffled);
        Learned elsewhere = Loaded.READER.learner(BOOK).learn(judgements);
        for (String text : List.of("All lockers were taken", "Kind people", "The music is awful")) {
            assertThat(read(again, text)).isEqualTo(read(first, text)).isEqualTo(read(elsewhere, text));
        }
    }

    @Test
    void ofTwoAnswersThatContradictEachOtherTheLaterWins() {
        List<Judgement> judgements =
                List.of(new Judgement("No lockers", "staff", true), new Judgement("No lockers ", "staff", false));
        assertThat(learner.learn(judgements).verdicts("No lockers")).containsEntry("staff", false);
        assertThat(coding(learner.learn(judgements.reversed()), "No lockers", "staff")
                        .decided())
                .isTrue();
    }

    @Test
    void aJudgedTextWithNothingToReadKeepsItsVerdict() {
        Learned learned =
                learner.learn(List.of(new Judgement("", "price", true), new Judgement(" \u200b", "staff", false)));
        assertThat(read(learned, "").decided()).extracting(Coding::theme).containsExactly("price");
        assertThat(read(learned, "Fine").decided())
                .isEqualTo(read(Learned.NOTHING, "Fine").decided());
    }

    @Test
    void aFullyLabelledTextSaysNoToAllOtherThemes() {
        assertThat(Judgement.all(BOOK, "Cheap", Set.of("price")))
                .containsExactly(
                        new Judgement("Cheap", "price", true),
                        new Judgement("Cheap", "staff", false),
                        new Judgement("Cheap", "parking", false));
    }

    @Test
    void aThemeThatTheCodebookDoesNotHaveIsNamed() {
        assertThatThrownBy(() -> learner.learn(List.of(new Judgement("x", "food", true))))
                .hasMessageContaining("no theme 'food'");
    }

    @Test
    void aThemeIsDecidedExactlyFromOneHalfOn() {
        Learned learned = learner.learn(lockersAreStaff());
        Stream.concat(LOCKERS.stream(), OTHERS.stream())
                .flatMap(text -> read(learned, text + ", honestly").codings().stream())
                .forEach(coding -> assertThat(coding.decided()).isEqualTo(coding.probability() >= 0.5));
    }

    @Test
    void asksAboutEachThemeOnceForEachTextAndNeverWhatWasJudged() {
        List<String> texts = new ArrayList<>(LOCKERS);
        texts.addAll(OTHERS);
        texts.add(OTHERS.getFirst());
        texts.add("");
        Learned learned = learner.learn(List.of(new Judgement(OTHERS.getLast(), "staff", false)));
        List<Question> questions = learner.ask(learned, texts, 4);
        assertThat(questions).hasSize(12).doesNotHaveDuplicates().isEqualTo(learner.ask(learned, texts, 4));
        assertThat(questions)
                .filteredOn(question -> question.theme().equals("staff"))
                .extracting(Question::number)
                .doesNotContain(texts.indexOf(OTHERS.getLast()));
        assertThat(learner.ask(learned, texts, 100)).hasSize(14 + 13 + 14);
        assertThat(learner.ask(learned, List.of(), 4)).isEmpty();
    }

    @Test
    void asksFromRatherThereToHardlyThere() {
        List<String> texts = List.of(
                "The staff is kind",
                "Kind people at the desk",
                "I got help",
                "Cold showers",
                "It rains",
                "Parking is full");
        List<Double> probabilities = learner.ask(Learned.NOTHING, texts, 3).stream()
                .filter(question -> question.theme().equals("staff"))
                .map(Question::probability)
                .toList();
        assertThat(probabilities.getFirst()).isGreaterThan(probabilities.getLast());
    }
}
