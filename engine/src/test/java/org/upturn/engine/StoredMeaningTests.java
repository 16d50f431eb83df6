package org.upturn.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A reading from a stored meaning is the reading that the model gives, to the last bit. */
class StoredMeaningTests {
    private static final String SLOW =
            "The app is slow and support never answers. I called twice! But the staff are kind, so I stay.";
    /** Enough of a hostile text: many windows of the model would only cost time. */
    private static final int HOSTILE = 900;

    private static final List<String> PIECES = List.of(
            "The app",
            " is slow",
            " and",
            " but",
            ", ",
            ". ",
            "! ",
            "\n",
            " support",
            " never answers",
            " I am leaving",
            " great",
            " thank you",
            " not",
            " 😡",
            " \ud83d",
            " \u200b",
            " Der Service ist schlecht",
            " très cher",
            " 客服太慢",
            " مرحبا",
            " <b>",
            " ada@acme.example",
            " 0171 1234567",
            " invoice",
            " wrong",
            "…",
            " nothing");

    static Stream<String> texts() {
        Random random = new Random(20);
        Stream<String> mixed = IntStream.range(0, 120)
                .mapToObj(i -> IntStream.range(0, 1 + random.nextInt(40))
                        .mapToObj(piece -> PIECES.get(random.nextInt(PIECES.size())))
                        .collect(Collectors.joining()));
        Stream<String> long_ = Stream.of("It crashed. ".repeat(900), "word ".repeat(900), "no ".repeat(10));
        Stream<String> known = Loaded.COMPANY.themes().stream().flatMap(theme -> theme.examples().stream());
        Stream<String> hostile =
                HostileInputTests.hostileTexts().map(text -> text.substring(0, Math.min(text.length(), HOSTILE)));
        return Stream.of(mixed, long_, known, Stream.of(SLOW), hostile).flatMap(texts -> texts);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("texts")
    void readsTheSameFromAStoredMeaningAsFromTheText(String text) {
        Verbatim verbatim = new Verbatim(text, "What could be better?", null, 3);
        byte[] stored = Loaded.READER.meaning(text).bytes();
        Meaning meaning = Loaded.READER.findMeaning(text, stored).orElseThrow();
        for (Codebook codebook : List.of(Loaded.COMPANY, Loaded.PROGRAM)) {
            assertThat(Loaded.READER.read(codebook, Learned.NOTHING, verbatim, meaning))
                    .isEqualTo(Loaded.READER.read(codebook, verbatim));
        }
        assertThat(meaning.bytes()).isEqualTo(stored);
        assertThat(stored)
                .hasSizeLessThanOrEqualTo(420 + 390 * meaning.clauses().size());
    }

    @Test
    void whatWasLearnedIsReadFromAStoredMeaningToo() {
        List<Judgement> judgements = List.of(
                new Judgement("The app hangs each morning", "slow-performance", true),
                new Judgement("Nobody greets me", "slow-performance", false));
        Learned learned = Loaded.READER.learner(Loaded.COMPANY).learn(judgements);
        for (String text : List.of(SLOW, "Nobody greets me", "It hangs", "")) {
            Verbatim verbatim = Verbatim.of(text);
            Reading live = Loaded.READER.read(Loaded.COMPANY, learned, verbatim);
            Meaning stored = Loaded.READER
                    .findMeaning(text, Loaded.READER.meaning(text).bytes())
                    .orElseThrow();
            assertThat(Loaded.READER.read(Loaded.COMPANY, learned, verbatim, stored))
                    .isEqualTo(live);
        }
    }

    @Test
    void theMeaningOfAnotherTextIsRefused() {
        Meaning slow = Loaded.READER.meaning(SLOW);
        assertThat(Loaded.READER.findMeaning("Another text", slow.bytes())).isEmpty();
        assertThatThrownBy(() -> Loaded.READER.read(Loaded.COMPANY, Learned.NOTHING, Verbatim.of("Another text"), slow))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theBeginningOfAStoredMeaningTellsWhatTheWholeMeans() {
        for (String text : List.of(SLOW, "It hangs", "It crashed. ".repeat(300))) {
            Meaning meaning = Loaded.READER.meaning(text);
            byte[] stored = meaning.bytes();
            byte[] beginning = Arrays.copyOf(stored, Math.min(stored.length, Meaning.BEGINNING));
            Meaning.Whole whole = Meaning.whole(beginning).orElseThrow();
            assertThat(whole.numbers()).isEqualTo(meaning.direction().bytes());
            assertThat(whole.maker()).isEqualTo(meaning.maker());
            assertThat(Meaning.whole(Arrays.copyOf(stored, 300))).isEmpty();
        }
        assertThat(Meaning.whole(Loaded.READER.meaning("").bytes())).isEmpty();
        assertThat(Meaning.whole(new byte[0])).isEmpty();
    }

    @Test
    void theMeaningOfAnotherModelIsNotFound() {
        Meaning slow = Loaded.READER.meaning(SLOW);
        Meaning other = new Meaning("upturn-3 other-model", slow.text(), slow.direction(), slow.clauses());
        assertThat(Meaning.of(other.bytes())).isPresent();
        assertThat(Loaded.READER.findMeaning(SLOW, other.bytes())).isEmpty();
    }

    @Test
    void damagedBytesAreNoMeaningButNeverAnError() {
        byte[] stored = Loaded.READER.meaning(SLOW).bytes();
        for (int length = 0; length < stored.length; length++) {
            assertThat(Loaded.READER.findMeaning(SLOW, Arrays.copyOf(stored, length)))
                    .isEmpty();
        }
        assertThat(Loaded.READER.findMeaning(SLOW, Arrays.copyOf(stored, stored.length + 1)))
                .isEmpty();
        Random random = new Random(5);
        for (int i = 0; i < 3_000; i++) {
            byte[] damaged = stored.clone();
            damaged[random.nextInt(random.nextBoolean() ? 60 : damaged.length)] = (byte) random.nextInt();
            Loaded.READER
                    .findMeaning(SLOW, damaged)
                    .ifPresent(
                            meaning -> Loaded.READER.read(Loaded.COMPANY, Learned.NOTHING, Verbatim.of(SLOW), meaning));
        }
    }
}
