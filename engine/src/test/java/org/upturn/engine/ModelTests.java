package org.upturn.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upturn.engine.encoders.EncoderException;

class ModelTests {
    private static final Verbatim LATE = Verbatim.of("The parcel came two weeks late and nobody answered my calls.");

    @TempDir
    private Path folder;

    @Test
    void aFolderReadsAsItsModelDoesAndIsNamed() throws IOException {
        copy("/all-minilm-l6-v2-q.onnx", "model.onnx");
        copy("/all-minilm-l6-v2-q-tokenizer.json", "tokenizer.json");
        try (Reader reader = Reader.load(Model.of(folder.toString()))) {
            Reading own = reader.read(Loaded.COMPANY, LATE);
            Reading shipped = Loaded.READER.read(Loaded.COMPANY, LATE);
            assertThat(own.decided())
                    .extracting(Coding::theme)
                    .containsExactlyElementsOf(
                            shipped.decided().stream().map(Coding::theme).toList());
            assertThat(reader.read(Loaded.COMPANY, new Verbatim(LATE.text(), null, "de"))
                            .codings())
                    .as("a model of one's own is trusted in every language")
                    .isEqualTo(own.codings());
            assertThat(own.sentiment()).isEqualTo(shipped.sentiment());
            assertThat(own.versions().model()).matches(folder.getFileName() + "-[0-9a-f]{12}");
        }
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        assertThatThrownBy(() -> Reader.load(Model.in(folder)))
                .isInstanceOf(EncoderException.class)
                .hasMessageContaining("model.onnx");
        copy("/all-minilm-l6-v2-q.onnx", "model.onnx");
        assertThatThrownBy(() -> Reader.load(Model.in(folder)))
                .isInstanceOf(EncoderException.class)
                .hasMessageContaining("vocab.txt");
        Files.writeString(folder.resolve("vocab.txt"), "[UNK]\n[CLS]\n[SEP]\nlate");
        Files.writeString(folder.resolve("model.onnx"), "no model");
        assertThatThrownBy(() -> Reader.load(Model.in(folder)))
                .isInstanceOf(EncoderException.class)
                .hasMessageContaining("onnxruntime");
    }

    @Test
    void theStaticModelReadsTheSameThings() {
        try (Reader reader = Reader.load(Model.STATIC)) {
            Reading reading = reader.read(Loaded.COMPANY, LATE);
            assertThat(reading.decided()).extracting(Coding::theme).contains("late-delivery");
            assertThat(reading.sentiment()).isNegative();
            assertThat(reading.slots().actions())
                    .isEqualTo(Loaded.READER.read(Loaded.COMPANY, LATE).slots().actions());
            assertThat(reading.versions().model()).isEqualTo("minilm-l6-v2-static");
            assertThat(reading.readByWordsOnly()).isFalse();
            assertThat(reader.read(Loaded.COMPANY, new Verbatim(LATE.text(), null, "de"))
                            .readByWordsOnly())
                    .isTrue();
        }
    }

    @Test
    void whatOneModelMadeOfATextIsNothingToAnother() {
        try (Reader reader = Reader.load(Model.STATIC)) {
            Meaning meaning = reader.meaning(LATE.text());
            assertThat(reader.findMeaning(LATE.text(), meaning.bytes())).isPresent();
            assertThat(reader.read(Loaded.COMPANY, Learned.NOTHING, LATE, meaning))
                    .isEqualTo(reader.read(Loaded.COMPANY, LATE));
            assertThat(Loaded.READER.findMeaning(LATE.text(), meaning.bytes())).isEmpty();
            assertThat(Meaning.whole(meaning.bytes()).orElseThrow().maker())
                    .isNotEqualTo(
                            Meaning.whole(Loaded.READER.meaning(LATE.text()).bytes())
                                    .orElseThrow()
                                    .maker());
        }
    }

    @Test
    void whatIsRememberedIsReadTheSameAndSomeIsForgotten() {
        MeaningCache cache = new MeaningCache(10_000);
        int[] reads = new int[1];
        for (int i = 0; i < 40; i++) {
            int size = i;
            Meaning read = cache.get("text " + i % 20, text -> {
                reads[0]++;
                return new Meaning("any", 0, Direction.of(new float[384 + 8 * (size % 20)]), List.of());
            });
            assertThat(read.whole()).hasSize(384 + 8 * (i % 20));
        }
        assertThat(reads[0]).isGreaterThan(20);
        cache.get("text 19", text -> {
            throw new AssertionError("the last one is remembered");
        });
    }

    private void copy(String resource, String name) throws IOException {
        try (InputStream in = Model.class.getResourceAsStream(resource)) {
            Files.copy(in, folder.resolve(name));
        }
    }
}
