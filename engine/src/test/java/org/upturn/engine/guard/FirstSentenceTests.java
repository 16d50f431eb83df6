package org.upturn.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.upturn.engine.guard.Finding.Why;

class FirstSentenceTests {
    private static final String GOLD = "Switched to manual workarounds after the last release. Three support tickets,"
            + " no resolution. Looking at alternatives for renewal.";

    @Test
    void namesTheConcernInTheirWordsOrInOthersForTheSame() {
        assertThat(check("You opened three support tickets and got no resolution.", GOLD)
                        .passes())
                .isTrue();
        assertThat(check(
                                "The slow loading times on the dashboard cost you hours.",
                                "Dashboard is sluggish, loads for ages.")
                        .passes())
                .as("S3-15")
                .isTrue();
        assertThat(check(
                                "You were struggling to see an application for your work.",
                                "I struggle to see the application.")
                        .passes())
                .as("S1-26")
                .isTrue();
    }

    @Test
    void isNotGladAboutWhatTheyComplainedOf() {
        var said = new Said(
                "The dashboard takes forever. The new exports are lovely.",
                List.of(
                        new Heard("Slow product", "The dashboard takes forever", -0.8),
                        new Heard("Exports", "The new exports are lovely", 0.8)),
                List.of(),
                List.of());

        assertThat(refused(FirstSentence.check("Great to hear that the dashboard works for you.", said))
                        .why())
                .isEqualTo(Why.CHEERFUL);
        assertThat(FirstSentence.check("I am glad you told us that the dashboard takes forever.", said)
                        .passes())
                .isTrue();
        assertThat(FirstSentence.check("Good to hear that the exports are lovely.", said)
                        .passes())
                .isTrue();
    }

    @Test
    void meaningDecidesWhereWordsOnlyHappenToBeTheSameAndWhereItIsPutInOtherWords() {
        String chance = "I am sorry that your release from prison was late.";
        String paraphrase = "Your tickets were left lying by our people.";
        var said = Said.of(GOLD);

        assertThat(FirstSentence.check(chance, said, (sentence, words) -> 0.2).passes())
                .isFalse();
        assertThat(FirstSentence.check(paraphrase, said).passes()).isFalse();
        assertThat(FirstSentence.check(paraphrase, said, (sentence, words) -> 0.7)
                        .passes())
                .isTrue();
        assertThat(FirstSentence.check("We value you.", said, (sentence, words) -> 0.9)
                        .passes())
                .as("nothing of theirs is nothing of theirs")
                .isFalse();
    }

    @Test
    void refusesWhatCouldGoToAnybodyAndSaysWhatWouldDo() {
        var refused = refused(check("I am sorry that your experience did not meet your expectations.", GOLD));

        assertThat(refused.why()).isEqualTo(Why.GENERIC);
        assertThat(refused.would()).contains("workarounds", "tickets");
        assertThat(refused(check("  ", GOLD)).why()).isEqualTo(Why.EMPTY);
        assertThat(refused(check("Thank you for your time, our support team will call you this week.", GOLD))
                        .why())
                .as("support alone is the occasion")
                .isEqualTo(Why.GENERIC);
    }

    @Test
    void refusesWhatTheyDidNotSay() {
        var another = refused(check("I read that the price of your plan came as a surprise.", GOLD));

        assertThat(another.why()).isEqualTo(Why.ANOTHER);
        assertThat(another.wrong()).contains("price");
        assertThat(refused(check("You wrote “your price is a joke” about the tickets.", GOLD))
                        .why())
                .isEqualTo(Why.MISQUOTED);
        assertThat(check("You wrote “three support tickets … renewal”, and I see why.", GOLD)
                        .passes())
                .as("a quotation may be cut")
                .isTrue();
    }

    @Test
    void refusesToBeSorryAboutWhatTheyPraised() {
        var said = new Said(
                "The trainers are wonderful. The certificate never came.",
                List.of(
                        new Heard("Trainers", "The trainers are wonderful", 0.9),
                        new Heard("Certificate", "The certificate never came", -0.7)),
                List.of("Price"),
                List.of("Acme"));

        assertThat(refused(FirstSentence.check("I am sorry about the trainings.", said))
                        .why())
                .isNotNull();
        assertThat(FirstSentence.check("I am sorry about the certificate.", said)
                        .passes())
                .isTrue();
        assertThat(FirstSentence.check("Thank you for choosing Acme.", said).passes())
                .as("a name says nothing")
                .isFalse();
    }

    @Test
    void silenceCannotBeNamed() {
        assertThat(refused(check("You wrote about the price.", "")).why()).isEqualTo(Why.SILENT);
        assertThat(refused(check("You wrote about the price.", "Bad!")).why()).isEqualTo(Why.SILENT);
    }

    @Test
    void whatIsQuotedBackAlwaysPasses() {
        assertThat(Quotes.of(Said.of(GOLD)))
                .isNotEmpty()
                .allSatisfy(quote -> assertThat(
                                check("You wrote that “" + quote.words() + "”, and I want to understand it.", GOLD)
                                        .passes())
                        .isTrue());
        assertThat(Quotes.of(Said.of(""))).isEmpty();
    }

    private static Finding check(String sentence, String words) {
        return FirstSentence.check(sentence, Said.of(words));
    }

    private static Finding.Refused refused(Finding finding) {
        assertThat(finding).isInstanceOf(Finding.Refused.class);
        return (Finding.Refused) finding;
    }
}
