package org.upturn.engine;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What makes vectors of texts.
 *
 * <p>{@link #MINILM} reads as verbatims arrive. {@link #BGE} takes twice the time and tells meanings apart a little better.
 * {@link #STATIC} is made of MiniLM, blind to the order of words and some hundred times faster: for a history or a first look.
 * A folder holds a model of one's own, for example for another language.
 */
public final class Model {
    public static final Model MINILM = new Model("minilm", null);
    public static final Model BGE = new Model("bge", null);
    public static final Model STATIC = new Model("static", null);

    private final String word;
    private final @Nullable Path folder;

    private Model(String word, @Nullable Path folder) {
        this.word = word;
        this.folder = folder;
    }

    /** By its name: {@code minilm}, {@code bge}, {@code static}, or else the path of a folder. */
    public static Model of(String word) {
        return switch (word) {
            case "minilm" -> MINILM;
            case "bge" -> BGE;
            case "static" -> STATIC;
            default -> in(Path.of(word));
        };
    }

    /** A model of one's own: a folder with {@code model.onnx} and {@code tokenizer.json} or {@code vocab.txt}. */
    public static Model in(Path folder) {
        return new Model(folder.toString(), folder);
    }

    /** The folder of a model of one's own, null for one that travels in the jar. */
    @Nullable
    Path folder() {
        return folder;
    }

    /** By this name it is found again with {@link #of}. */
    @Override
    public String toString() {
        return word;
    }
}
