package org.upturn.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cuts a text into passages and says what each means, for those who compare texts with each other rather than with a
 * codebook. The same text gives the same passages, to the last bit, whatever is read beside it. Thread-safe.
 */
public final class Passages implements AutoCloseable {
    private final MeaningReader meanings;

    Passages(MeaningReader meanings) {
        this.meanings = meanings;
    }

    /**
     * A piece of a text.
     *
     * @param start UTF-16 index of its first character
     * @param end index of the one after its last
     * @param vector its meaning, length 1
     */
    public record Passage(int start, int end, float[] vector) {}

    /** Loads MiniLM, which travels in the jar. */
    public static Passages load() {
        return load(Model.MINILM);
    }

    /** @throws org.upturn.engine.encoders.EncoderException when a folder does not hold what is needed */
    public static Passages load(Model model) {
        return new Passages(Models.meanings(model));
    }

    /**
     * The text as one passage, none when it holds nothing to read. Of a very long text the beginning is read, as {@link
     * Reader} does.
     */
    public List<Passage> whole(String text) {
        Meaning meaning = meanings.read(text);
        if (meaning.clauses().isEmpty()) {
            return List.of();
        }
        int start = meaning.clauses().getFirst().span().start();
        return List.of(new Passage(start, meaning.clauses().getLast().span().end(), meaning.whole()));
    }

    /** The text clause by clause, each understood in its surroundings. */
    public List<Passage> clauses(String text) {
        List<Passage> passages = new ArrayList<>();
        for (Meaning.Clause clause : meanings.read(text).clauses()) {
            passages.add(new Passage(clause.span().start(), clause.span().end(), clause.vector()));
        }
        return passages;
    }

    /**
     * How near a sentence comes to what a text says, as a whole or in one of its clauses.
     *
     * @return the highest cosine, −1 to 1; 0 where either holds nothing to read
     */
    public double nearness(String sentence, String text) {
        List<Passage> asked = whole(sentence);
        if (asked.isEmpty()) {
            return 0;
        }
        return Stream.concat(whole(text).stream(), clauses(text).stream())
                .mapToDouble(one -> Vectors.dot(asked.getFirst().vector(), one.vector()))
                .max()
                .orElse(0);
    }

    @Override
    public void close() {
        meanings.close();
    }
}
