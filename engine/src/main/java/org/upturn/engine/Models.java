package org.upturn.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.upturn.engine.encoders.Encoder;
import org.upturn.engine.encoders.EncoderException;
import org.upturn.engine.encoders.OnnxEncoder;
import org.upturn.engine.encoders.ShippedEncoders;
import org.upturn.engine.encoders.Tokenizer;
import org.upturn.engine.encoders.TokenizerFile;

/** Finds what belongs to a model: in the jar, or in the folder given. */
final class Models {
    private static final int NAME_BYTES = 6;
    private static final int LONGEST_NAME = 40;

    private Models() {}

    /** The name in {@link Versions}; of a folder, with twelve digits that change when the model or its tokenizer does. */
    private static String name(Model model) {
        Path folder = model.folder();
        if (folder == null) {
            return ShippedEncoders.name(model.toString());
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(onnx(folder)));
            digest.update(Files.readAllBytes(tokenizerFile(folder)));
            String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
            return name.substring(0, Math.min(LONGEST_NAME, name.length())) + "-"
                    + HexFormat.of().formatHex(digest.digest(), 0, NAME_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }

    static MeaningReader meanings(Model model) {
        Path folder = model.folder();
        Tokenizer tokenizer = folder == null ? ShippedEncoders.tokenizer(model.toString()) : tokenizer(folder);
        Encoder encoder = folder == null
                ? ShippedEncoders.encoder(model.toString(), tokenizer)
                : OnnxEncoder.of(onnx(folder), tokenizer);
        return new MeaningReader(name(model), tokenizer, encoder);
    }

    /** Read from the jar where reading the phrases would take a second. */
    static Background background(Model model, MeaningReader meanings) {
        boolean slow = model == Model.MINILM || model == Model.BGE;
        return slow
                ? Background.of(Resources.bytes(resource("background", model, "bin")), meanings.size())
                : Background.read(meanings);
    }

    /** Name of the resource that belongs to a model which travels in the jar. */
    static String resource(String what, Model model, String ending) {
        return model == Model.MINILM ? what + "." + ending : what + "-" + model + "." + ending;
    }

    private static Path onnx(Path folder) {
        Path file = folder.resolve("model.onnx");
        if (!Files.isRegularFile(file)) {
            throw new EncoderException(
                    "There is no " + file + "; name a folder with model.onnx and tokenizer.json or vocab.txt,"
                            + " or one of minilm, bge, static.");
        }
        return file;
    }

    private static Path tokenizerFile(Path folder) {
        Path json = folder.resolve("tokenizer.json");
        Path lines = folder.resolve("vocab.txt");
        if (!Files.isRegularFile(json) && !Files.isRegularFile(lines)) {
            throw new EncoderException("There is neither tokenizer.json nor vocab.txt in " + folder + ".");
        }
        return Files.isRegularFile(json) ? json : lines;
    }

    private static Tokenizer tokenizer(Path folder) {
        onnx(folder);
        Path file = tokenizerFile(folder);
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return file.endsWith("tokenizer.json") ? TokenizerFile.json(text) : TokenizerFile.lines(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
