package org.upturn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.upturn.engine.personal.PersonalData;
import org.upturn.engine.said.Evidence;

/** Whatever is sent in, a reading comes out within a second of one core, and all that it points at lies in the text. */
class HostileInputTests {
    private static final int MILLION = 1_000_000;

    @BeforeAll
    static void warmUp() {
        IntStream.range(0, 5)
                .forEach(i -> Loaded.read(Loaded.COMPANY, "The app is slow and I am leaving you. ".repeat(600)));
    }

    static Stream<String> hostileTexts() {
        Stream<String> repeated = Stream.of(
                        "a",
                        " ",
                        "1",
                        "0 ",
                        "@",
                        ".",
                        ",",
                        "'",
                        "-",
                        "+",
                        "(",
                        "I ",
                        "not ",
                        "leave ",
                        "we will not ",
                        "a@",
                        "a.a@a.",
                        "@a ",
                        "1-",
                        "+1 ",
                        "DE89 ",
                        "http://",
                        "www.",
                        "https://x.com/a ",
                        "\u200b",
                        "\ud83d",
                        "\udc00",
                        "😡",
                        "مرحبا ",
                        "\u202e",
                        "é",
                        "e\u0301",
                        "中",
                        "<b>",
                        "' or 1=1 -- ",
                        "you idiots ",
                        "my my my contract ",
                        "\n",
                        "but ",
                        "n't ",
                        "no one no one ",
                        "4111 1111 ",
                        "ab12",
                        "_",
                        "never again. ",
                        "-a")
                .map(part -> part.repeat(MILLION / part.length()));
        Stream<String> others = Stream.of(
                "",
                "\u0000",
                "\u200b\u200c\u200d\ufeff",
                "😀😡🤬👨‍👩‍👧‍👦🏳️‍🌈",
                "\u202eהשירות נורא ואני עוזב\u202c",
                "الخدمة سيئة جدا وسأغادر",
                "<script>alert('x')</script><img src=x onerror=alert(1)>",
                "'; drop table response; --",
                "\ud83d broken \ude00 pair \ud83d",
                "${jndi:ldap://x/a} {{7*7}} %s %n \\u0000");
        Stream<String> languages = Arrays.stream(Locale.getISOLanguages())
                .map(Locale::of)
                .map(language ->
                        language.getDisplayLanguage(language) + " " + Locale.GERMANY.getDisplayCountry(language) + ", "
                                + Locale.FRANCE.getDisplayCountry(language) + " 0 10");
        return Stream.of(repeated, others, languages).flatMap(texts -> texts);
    }

    /** A server that has just started is no measure: Java compiles what it has seen a few times. */
    @BeforeAll
    static void warm() {
        for (int i = 0; i < 5; i++) {
            Loaded.READER.read(Loaded.COMPANY, Verbatim.of((i + " 0 1 a@b.c +49 not you, ").repeat(20_000)));
        }
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("hostileTexts")
    void givesAReadingWithinASecond(String text) {
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Reading reading = Loaded.READER.read(Loaded.COMPANY, new Verbatim(text, "What could be better?", null, 3));
        Duration taken = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin);
        assertEverythingLiesIn(text, reading);
        assertThat(taken).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void anyMixtureOfPiecesGivesTheSameReadingTwice() {
        List<String> pieces = List.of(
                "I will",
                " leave",
                " not",
                " never",
                "!",
                ". ",
                ", ",
                "\n",
                "you",
                " idiots",
                " but",
                " 0171 1234567",
                " ada@acme.example",
                "@eve",
                " 4111111111111111",
                "😡",
                "\ud83d",
                "\u200b",
                " renew",
                " called",
                " four times",
                " nobody",
                " answers",
                " the app",
                " crashes",
                " <b>",
                "中文",
                " مرحبا",
                " great",
                " https://acme.example/?user=ada",
                " n/a",
                "—",
                "’",
                "'s",
                " contract",
                " too slow");
        Random random = new Random(22);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            int size = random.nextInt(25);
            for (int i = 0; i < size; i++) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            Verbatim verbatim = new Verbatim(text.toString(), null, null, random.nextInt(11));
            Reading reading = Loaded.READER.read(Loaded.COMPANY, verbatim);
            assertEverythingLiesIn(text.toString(), reading);
            assertThat(Loaded.READER.read(Loaded.COMPANY, verbatim)).isEqualTo(reading);
        }
    }

    private static void assertEverythingLiesIn(String text, Reading reading) {
        List<Evidence> places = new ArrayList<>();
        reading.codings().forEach(coding -> places.add(new Evidence(coding.start(), coding.end())));
        places.addAll(reading.slots().failures());
        places.addAll(reading.slots().actions());
        reading.slots().consequences().forEach(consequence -> places.add(consequence.evidence()));
        reading.personalData().forEach(datum -> places.add(new Evidence(datum.start(), datum.end())));
        if (reading.tone() != null && reading.tone().evidence() != null) {
            places.add(reading.tone().evidence());
        }
        if (reading.gap() != null) {
            places.add(reading.gap().evidence());
        }
        for (Evidence place : places) {
            assertThat(place.start()).isNotNegative();
            assertThat(place.end()).isGreaterThan(place.start()).isLessThanOrEqualTo(text.length());
        }
        assertThat(PersonalData.masked(text, reading.personalData())).isNotNull();
        assertThat(reading.sentiment()).isBetween(-1.0, 1.0);
    }
}
