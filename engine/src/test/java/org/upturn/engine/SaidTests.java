package org.upturn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upturn.engine.said.Evidence;
import org.upturn.engine.said.Tone;

/** Tone, slots and gap, on texts written for these tests. */
class SaidTests {
    private static final String CLEO =
            "Switched to manual workarounds after the last release. Three support tickets, no resolution. Looking at alternatives for renewal.";

    @Test
    void quotesTheFailureTheActionAndTheConsequenceOfTheRecordSample() {
        var slots = read(CLEO).slots();
        assertThat(quotations(CLEO, slots.failures()))
                .contains("Switched to manual workarounds after the last release.");
        assertThat(quotations(CLEO, slots.actions())).contains("Three support tickets, no resolution.");
        assertThat(consequences(CLEO)).isEqualTo("alternatives renewal");
        assertThat(quotations(CLEO, List.of(slots.consequences().getFirst().evidence())))
                .containsExactly("Looking at alternatives for renewal.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    We are leaving at the end of the month | leaving
                    I'm done with you, the app never works | leaving
                    I cancelled my subscription yesterday | leaving
                    Never again! | leaving
                    We will be moving to a competitor in spring | leaving
                    You have lost a customer | leaving
                    I wouldn't use you again if you paid me | leaving
                    If this isn't fixed by Friday we will leave | leaving
                    Unless support improves I'm going elsewhere | leaving
                    Thinking of switching provider | leaving
                    I can't wait to leave this company | leaving
                    We are evaluating other vendors because of the outages | alternatives
                    Currently shopping around for something cheaper | alternatives
                    My team is talking to your competitors | alternatives
                    We will not renew in March | renewal
                    Not sure whether we will stay after our contract ends | renewal
                    Reconsidering our renewal | renewal
                    I asked procurement for the exit terms instead | renewal
                    Legal is reading the termination clause | renewal
                    I have filed a formal complaint with your manager | complaint
                    I will report this to the ombudsman | complaint
                    You will hear from my lawyer | legal
                    We are taking legal action over the lost data | legal
                    I'm leaving a one-star review on Google | review
                    I will tell everyone to avoid you | review
                    Wir haben gekündigt, der Service ist zu langsam | leaving
                    """)
    void hearsTheConsequenceUnderWay(String text, String kind) {
        assertThat(consequences(text).split(" ")).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I would never leave, you are the best",
                "No plans to switch, everything works",
                "We switched to you from another provider last year and love it",
                "I left a message and somebody called back within the hour",
                "I left my old provider for you and never looked back",
                "The engineer left early but the job was done",
                "We have no intention of cancelling",
                "They cancelled my appointment twice",
                "I moved to a new house and the transfer was smooth",
                "We just renewed for three more years",
                "I would not hesitate to renew",
                "No complaints at all",
                "I have nothing to complain about",
                "There is no alternative that comes close",
                "We looked at alternatives before and chose you, best decision",
                "I read good reviews and they were right",
                "Would leave a five star review",
                "You changed my mind about online banking",
                "The course for lawyers was very good",
                "I can not recommend you highly enough",
                "I hate leaving the house, so online support is perfect",
                "We stopped looking for alternatives since the update",
                "I told all my friends how great you are"
            })
    void hearsNoConsequenceWhereNoneIsMeant(String text) {
        assertThat(consequences(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    I called support four times and nobody could help | I called support four times
                    After three emails I gave up, the invoice is still wrong | After three emails I gave up
                    We had to go back to spreadsheets because the export fails | We had to go back to spreadsheets
                    I have reported this bug twice already | I have reported this bug twice already
                    Spent two hours on hold | Spent two hours on hold
                    """)
    void hearsWhatTheyAlreadyDid(String text, String action) {
        assertThat(quotations(text, read(text).slots().actions())).anyMatch(quotation -> quotation.startsWith(action));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I called once and the answer was perfect, thank you",
                "Somebody called me back at once",
                "I never had to call support",
                "Great service, friendly staff"
            })
    void hearsNoActionAndNoFailureInPraise(String text) {
        assertThat(read(text).slots().actions()).isEmpty();
        assertThat(read(text).slots().failures()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The export crashes every time",
                "too slow",
                "Nobody answers my emails",
                "The bill was wrong again",
                "My bag was lost and the staff were rude",
                "I still have no internet",
                "Great people but the app keeps freezing"
            })
    void hearsTheFailureNamed(String text) {
        assertThat(read(text).slots().failures()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Terrible",
                "The worst company ever",
                "No problems at all",
                "It was never slow",
                "Absolutely awful experience"
            })
    void blameWithoutACauseNamesNoFailure(String text) {
        assertThat(read(text).slots().failures()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You are all idiots",
                "Your staff are completely incompetent liars",
                "What a joke of a company, you should be ashamed",
                "Go to hell",
                "I hope you go bankrupt",
                "Fuck your support team",
                "You'll regret this, I know where you live",
                "A bunch of cowboys and thieves",
                "See you in court, crooks",
                "Shove your survey",
                "They couldn't give a damn",
                "Your company is a joke",
                "You're pathetic",
                "Ihr seid Betrüger und Idioten"
            })
    void insultsContemptAndThreatsAreHostile(String text) {
        assertThat(read(text).tone()).isNotNull().extracting(Tone::kind).isEqualTo(Tone.Kind.HOSTILE);
        assertThat(read(text).tone().evidence()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Terrible experience, I waited six weeks and it still does not work",
                "I am very angry about the delay",
                "Rude staff, useless support, dirty rooms",
                "Worst service I have had, please fix the billing",
                "You made me feel like an idiot",
                "The nurse called me stupid in front of everyone",
                "This is not a scam, I was pleasantly surprised",
                "Fucking brilliant, best app ever",
                "Somebody stole my card and you caught the thief, thank you",
                "The fraud alert was sent too late",
                "Disappointed, the product could be faster",
                "My phone was stolen by a thief and you blocked it too slowly",
                "The joke at the start of the workshop was funny",
                "I don't want to be treated like a criminal"
            })
    void beingUnhappyIsNotHostile(String text) {
        assertThat(read(text).tone()).isNotNull().extracting(Tone::kind).isEqualTo(Tone.Kind.CONSTRUCTIVE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Nobody ever answered my complaint | feedback-loop
                    I gave the same feedback last year and nothing changed | feedback-loop
                    I was never told about the new schedule | feedback-loop
                    Poor communication from start to finish | feedback-loop
                    We hear nothing back from you | feedback-loop
                    The bus does not run in the evening so I could not come to class | access
                    I had nobody to look after my kids during the sessions | access
                    The forms are only in English and I don't speak English well | access
                    The building is not accessible by wheelchair | access
                    Can't afford the fees | access
                    The app crashes and the reports are wrong | delivery
                    The course was too theoretical | delivery
                    The content is outdated and boring | delivery
                    """)
    void tellsWhichGapTheWordsPointTo(String text, String gap) {
        assertThat(gap(text)).isEqualTo(gap);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "They always answered quickly and kept me informed",
                "Easy to reach by bus and great childcare",
                "Wonderful course, I learned so much",
                "Parking was easy, friendly staff",
                "Great communication all the way"
            })
    void praisePointsToNoGap(String text) {
        assertThat(gap(text)).isEqualTo("none");
    }

    private static Reading read(String text) {
        return Loaded.read(Loaded.COMPANY, text);
    }

    private static String consequences(String text) {
        return read(text).slots().consequences().stream()
                .map(consequence -> consequence.kind().word())
                .collect(Collectors.joining(" "));
    }

    private static String gap(String text) {
        GapHint hint = read(text).gap();
        return hint == null ? "none" : hint.gap().word();
    }

    private static List<String> quotations(String text, List<Evidence> evidence) {
        return evidence.stream()
                .map(each -> text.substring(each.start(), each.end()))
                .toList();
    }
}
