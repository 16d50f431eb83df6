package org.upturn.engine;

import java.util.List;
import java.util.Optional;

/**
 * What the model makes of a text: all that costs time in reading it. Small enough to be kept with every verbatim, so that
 * a whole history is read again without the model. {@link Reader} makes it and reads from it.
 */
public final class Meaning {
    /** So many of the stored bytes are enough for {@link #whole(byte[])} with the models that travel in the jar. */
    public static final int BEGINNING = 450;

    private final String maker;
    private final int text;
    private final Direction whole;
    private final List<Clause> clauses;

    /**
     * @param maker engine and model
     * @param text hash of the text that was read
     * @param whole direction of the whole text
     * @param clauses its clauses in order, each with its own direction taken from the same pass over the text
     */
    Meaning(String maker, int text, Direction whole, List<Clause> clauses) {
        this.maker = maker;
        this.text = text;
        this.whole = whole;
        this.clauses = List.copyOf(clauses);
    }

    /** A clause and where its meaning points. */
    record Clause(Span span, Direction direction) {
        /** Its words in the text. */
        String in(String text) {
            return text.substring(span.start(), span.end());
        }

        /** Its vector of length 1. */
        float[] vector() {
            return direction.vector();
        }
    }

    /** Whether there was nothing to read. */
    public boolean isEmpty() {
        return clauses.isEmpty();
    }

    /**
     * To be stored: {@link StoredMeaning} says how. Some 400 bytes and 390 more for each clause; 400 for a text of one clause.
     */
    public byte[] bytes() {
        return StoredMeaning.write(this);
    }

    /**
     * What a whole text means. Two texts mean the same as far as the cosine of their numbers comes near 1; those of
     * different makers cannot be compared.
     *
     * @param maker engine and model
     * @param numbers −127…127; their direction counts
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Whole(String maker, byte[] numbers) {}

    /**
     * What the whole text means, out of what was stored; nothing when it is damaged or there was nothing to read.
     *
     * @param stored what {@link #bytes} gave, or its first {@value #BEGINNING} bytes
     */
    public static Optional<Whole> whole(byte[] stored) {
        return StoredMeaning.readWhole(stored);
    }

    /** What {@link #bytes} gave, or nothing when it is damaged or of another form. */
    static Optional<Meaning> of(byte[] stored) {
        return StoredMeaning.read(stored);
    }

    /** Whether this maker would make the same of this text. */
    boolean isOf(String readable, String by) {
        return text == readable.hashCode()
                && maker.equals(by)
                && (clauses.isEmpty() || clauses.getLast().span().end() <= readable.length());
    }

    String maker() {
        return maker;
    }

    int text() {
        return text;
    }

    Direction direction() {
        return whole;
    }

    /** Vector of the whole text, length 1. */
    float[] whole() {
        return whole.vector();
    }

    List<Clause> clauses() {
        return clauses;
    }
}
