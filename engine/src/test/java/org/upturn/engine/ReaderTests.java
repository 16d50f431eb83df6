package org.upturn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderTests {
    private static final String CLEO =
            "Switched to manual workarounds after the last release. Three support tickets, no resolution. Looking at alternatives for renewal.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I never got any feedback from my instructor",
                "Nobody looked at my work",
                "too little feedback from the teacher",
                "My mentor never commented on my drawings",
                "The classes were good but I waited weeks for comments on my paintings",
                "We hand in our sketches and hear nothing back from the instructor"
            })
    void hearsThatInstructorsGiveNoFeedback(String text) {
        assertThat(Loaded.read(Loaded.PROGRAM, text).decided())
                .extracting(Coding::theme)
                .contains("lack-of-instructor-feedback");
    }

    @Test
    void hearsWhatTheThreeArtsStudentsSaid() {
        assertThat(first(Loaded.PROGRAM, "Too much theory, not enough time with instructors."))
                .isEqualTo("too-theoretical");
        assertThat(first(Loaded.PROGRAM, "Hard to follow what the expectations were."))
                .isEqualTo("unclear-expectations");
        assertThat(first(Loaded.PROGRAM, "It's hard to get support if you fall behind."))
                .isEqualTo("hard-to-get-support");
    }

    @Test
    void quotesTheFailureTheActionAndTheConsequence() {
        Reading reading = Loaded.read(Loaded.COMPANY, CLEO);
        assertThat(quotation(reading, "post-release-friction", CLEO))
                .isEqualTo("Switched to manual workarounds after the last release.");
        assertThat(quotation(reading, "unresolved-issues", CLEO)).isEqualTo("Three support tickets, no resolution.");
        assertThat(quotation(reading, "competitor", CLEO)).isEqualTo("Looking at alternatives for renewal.");
        assertThat(reading.sentiment()).isNegative();
        assertThat(reading.suggestedScore()).isNotNull().isLessThanOrEqualTo(6);
    }

    @Test
    void doesNotForceABrokenPromiseIntoAFeatureBug() {
        assertThat(first(Loaded.COMPANY, "great product but your sales team promised features that don't exist"))
                .isEqualTo("expectation-mismatch");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Team is using it. Already saving us hours per week.",
                "Great service and friendly staff, very happy",
                "Support solved it at once, thank you",
                "It was so easy and good",
                "My parcel arrived a day early, thank you!",
                "I never had to wait for support",
                "No complaints about the support",
                "The wait was short",
                "Not too expensive and we did not have to chase anybody"
            })
    void raisesNoComplaintOnPraise(String text) {
        Reading reading = Loaded.read(Loaded.COMPANY, text);
        assertThat(reading.decided()).isEmpty();
        assertThat(reading.sentiment()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Support answered within minutes and fixed it",
                "Your support team replied in five minutes",
                "They fixed my bug the same day",
                "Onboarding was a breeze",
                "Never had an outage"
            })
    void whatWentWellIsNoComplaint(String text) {
        assertThat(Loaded.read(Loaded.COMPANY, text).decided()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It took three weeks until they answered my ticket",
                "They promised to reply within the hour and nobody answered",
                "No response to my emails for two weeks",
                "They never fixed it, three tickets and no resolution"
            })
    void aPromiseOrAFixThatNeverCameIsNoPraise(String text) {
        assertThat(Loaded.read(Loaded.COMPANY, text).decided()).isNotEmpty();
    }

    @Test
    void aWordOfOneExampleAloneNamesNoTheme() {
        assertThat(Loaded.read(Loaded.COMPANY, "Templates cut our tender pack from two days to half a day")
                        .decided())
                .isEmpty();
    }

    @Test
    void praiseForFeedbackIsNotLackOfIt() {
        assertThat(Loaded.read(Loaded.PROGRAM, "The instructor gave me great feedback every week")
                        .decided())
                .isEmpty();
    }

    @Test
    void aThemeNamedNeutrallyHoldsPraiseAndComplaint() {
        Codebook codebook = CodebookFile.parse("""
                name: Neutral
                themes:
                  - {id: speed, name: Speed, description: "Mentions of quick, fast or slow service, being late or on time"}
                  - {id: price, name: Price, description: "Mentions of cost in relation to quality, expensive or cheap"}
                  - {id: staff, name: Staff, description: "Attitude of the people working there"}
                """);
        assertThat(first(codebook, "Very fast delivery, always on time")).isEqualTo("speed");
        assertThat(first(codebook, "The delivery was slow and late again")).isEqualTo("speed");
    }

    @Test
    void aSilentAnswerKeepsItsTheme() {
        Reading reading = Loaded.read(Loaded.COMPANY, "too slow");
        assertThat(reading.silent()).isTrue();
        assertThat(reading.decided()).extracting(Coding::theme).contains("slow-performance");
        assertThat(reading.suggestedScore()).isNull();
        assertThat(reading.namesThemeInFewWords()).isTrue();
        assertThat(Loaded.read(Loaded.COMPANY, "no comment").namesThemeInFewWords())
                .isFalse();
        assertThat(Loaded.read(Loaded.COMPANY, CLEO).namesThemeInFewWords()).isFalse();
    }

    @Test
    void saysThatAnotherLanguageIsReadByWordsOnly() {
        Reading reading = Loaded.read(
                Loaded.COMPANY, "Der Kundendienst antwortet seit Wochen nicht auf meine Nachrichten, sehr ärgerlich");
        assertThat(reading.readByWordsOnly()).isTrue();
        assertThat(reading.decided()).isEmpty();
        assertThat(Loaded.read(Loaded.COMPANY, CLEO).readByWordsOnly()).isFalse();
        assertThat(Loaded.read(Loaded.COMPANY, "ok").readByWordsOnly()).isFalse();
    }

    @Test
    void theSameTextGivesTheSameReadingOnAnyThreadInAnyOrder() {
        List<String> texts =
                List.of(CLEO, "too slow", "Nobody looked at my work", "👍👍 great", "Très bon service, merci");
        List<Reading> expected =
                texts.stream().map(text -> Loaded.read(Loaded.COMPANY, text)).toList();
        List<Integer> order = new java.util.ArrayList<>(
                IntStream.range(0, 60).mapToObj(i -> i % texts.size()).toList());
        Collections.shuffle(order, new Random(7));
        ConcurrentHashMap<Integer, Reading> different = new ConcurrentHashMap<>();
        order.parallelStream().forEach(i -> {
            Reading reading = Loaded.read(Loaded.COMPANY, texts.get(i));
            if (!reading.equals(expected.get(i))) {
                different.put(i, reading);
            }
        });
        assertThat(different).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   \n\t",
                "😀",
                "😡😡😡 the app 😡 crashes 😡 whenever I open it 🙃, and support 🤷🏽‍♀️ never answers",
                "nul \u0000 byte and \uD83D lone surrogates \uDE00 in the middle of a slow and broken app",
                "。。。！！",
                "界面太难用了，而且客服从来不回复邮件",
                "a,b;c.d!e?f…g-h—i • j"
            })
    void everySpanLiesInTheTextAndCutsNoCharacter(String text) {
        for (Coding coding : Loaded.read(Loaded.COMPANY, text).codings()) {
            assertThat(coding.start()).isBetween(0, text.length());
            assertThat(coding.end()).isBetween(coding.start() + 1, text.length());
            assertThat(cutsPair(text, coding.start()) || cutsPair(text, coding.end()))
                    .isFalse();
            assertThat(coding.probability()).isBetween(0.0, 1.0);
            assertThat(coding.decided()).isEqualTo(coding.probability() >= 0.5);
        }
    }

    @Test
    void emptyTextGivesAnEmptySilentReading() {
        Reading reading = Loaded.read(Loaded.COMPANY, "");
        assertThat(reading.codings()).isEmpty();
        assertThat(reading.silent()).isTrue();
        assertThat(reading.sentiment()).isZero();
        assertThat(reading.language()).isEqualTo("und");
    }

    @Test
    @Timeout(20)
    void aHugeTextTakesBoundedTime() {
        List<String> huge = List.of(
                "The app is slow. ".repeat(60_000), "x".repeat(1_000_000), ", ".repeat(500_000), "…".repeat(1_000_000));
        long begin = System.nanoTime();
        huge.forEach(text -> Loaded.read(Loaded.COMPANY, text));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
    }

    private static boolean cutsPair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
    }

    private static String first(Codebook codebook, String text) {
        return Loaded.read(codebook, text).decided().getFirst().theme();
    }

    private static String quotation(Reading reading, String theme, String text) {
        return reading.decided().stream()
                .filter(coding -> coding.theme().equals(theme))
                .map(coding -> text.substring(coding.start(), coding.end()))
                .findFirst()
                .orElse("(not decided)");
    }
}
