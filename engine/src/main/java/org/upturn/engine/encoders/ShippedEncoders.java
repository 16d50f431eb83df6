package org.upturn.engine.encoders;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** The models that travel in jars: {@code minilm}, {@code bge}, and the table {@code static} that is made of the first. */
public final class ShippedEncoders {
    private static final String MINILM = "/all-minilm-l6-v2-q";
    private static final String BGE = "/bge-small-en-v1.5-q";
    private static final String TABLE = "table.bin";

    private ShippedEncoders() {}

    /** What a reading says it was made with. */
    public static String name(String word) {
        return switch (word) {
            case "minilm" -> "minilm-l6-v2-q";
            case "bge" -> "bge-small-en-v1.5-q";
            case "static" -> "minilm-l6-v2-static";
            default -> throw unknown(word);
        };
    }

    /** Whether a reading that says so was made with one of them. */
    public static boolean has(String name) {
        return Stream.of("minilm", "bge", "static").map(ShippedEncoders::name).anyMatch(name::equals);
    }

    public static Tokenizer tokenizer(String word) {
        String model = word.equals("bge") ? BGE : MINILM;
        return TokenizerFile.json(new String(bytes(model + "-tokenizer.json"), StandardCharsets.UTF_8));
    }

    /** @param tokenizer the model's own */
    public static Encoder encoder(String word, Tokenizer tokenizer) {
        return switch (word) {
            case "minilm" -> OnnxEncoder.of(FusedBert.of(bytes(MINILM + ".onnx")), tokenizer);
            case "bge" -> OnnxEncoder.of(FusedBert.of(bytes(BGE + ".onnx")), tokenizer);
            case "static" -> TableEncoder.of(bytes(TABLE));
            default -> throw unknown(word);
        };
    }

    static byte[] bytes(String resource) {
        try (InputStream in = ShippedEncoders.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The jar with " + resource + " is missing from the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IllegalArgumentException unknown(String word) {
        return new IllegalArgumentException("No model travels under the name " + word);
    }
}
