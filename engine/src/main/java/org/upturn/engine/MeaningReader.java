package org.upturn.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.encoders.Encoder;
import org.upturn.engine.encoders.Piece;
import org.upturn.engine.encoders.TableEncoder;
import org.upturn.engine.encoders.Tokenizer;

/**
 * Turns a text into vectors by late chunking: one pass of the model over a window of some 250 pieces, and each clause is
 * the mean of its pieces' outputs, so that a clause is understood in its surroundings.
 *
 * <p>Of very long texts only the first {@value #READ_PIECES} pieces are read.
 */
final class MeaningReader implements AutoCloseable {
    static final int READ_PIECES = 2_000;
    static final int READ_CHARACTERS = 20_000;
    private static final int CLAUSE_PIECES = 64;

    /** Enough for some 4,000 texts. */
    private static final long REMEMBERED_BYTES = 8 << 20;

    private final String model;
    private final Tokenizer tokenizer;
    private final Encoder encoder;
    private final @Nullable MeaningCache remembered;

    /** @param model its name, by which a stored meaning is known again */
    MeaningReader(String model, Tokenizer tokenizer, Encoder encoder) {
        this.model = model;
        this.tokenizer = tokenizer;
        this.encoder = encoder;
        this.remembered = encoder instanceof TableEncoder ? null : new MeaningCache(REMEMBERED_BYTES);
    }

    /** The model's name in {@link Versions}. */
    String model() {
        return model;
    }

    /** How many numbers a vector has. */
    int size() {
        return encoder.size();
    }

    /** A run of pieces that belong to one clause. */
    private record Chunk(Span span, List<Piece> pieces) {}

    /** The part of the text that is read: all of it, unless it is very long. Never cuts a surrogate pair. */
    static String readable(String text) {
        if (text.length() <= READ_CHARACTERS) {
            return text;
        }
        boolean pair = Character.isHighSurrogate(text.charAt(READ_CHARACTERS - 1));
        return text.substring(0, pair ? READ_CHARACTERS - 1 : READ_CHARACTERS);
    }

    Meaning read(String text) {
        String readable = readable(text);
        return remembered == null ? readAnew(readable) : remembered.get(readable, this::readAnew);
    }

    private Meaning readAnew(String text) {
        List<Chunk> chunks = chunks(text);
        float[] whole = new float[encoder.size()];
        List<Meaning.Clause> clauses = new ArrayList<>(chunks.size());
        int first = 0;
        while (first < chunks.size()) {
            int last = first;
            int size = 0;
            while (last < chunks.size() && size + chunks.get(last).pieces.size() <= encoder.window()) {
                size += chunks.get(last++).pieces.size();
            }
            readWindow(chunks.subList(first, last), size, whole, clauses);
            first = last;
        }
        return new Meaning(Versions.maker(model), text.hashCode(), Direction.of(whole), clauses);
    }

    private void readWindow(List<Chunk> window, int size, float[] whole, List<Meaning.Clause> clauses) {
        int[] ids = new int[size];
        int at = 0;
        for (Chunk chunk : window) {
            for (Piece piece : chunk.pieces) {
                ids[at++] = piece.id();
            }
        }
        float[] rows = encoder.encode(ids);
        int row = 0;
        for (Chunk chunk : window) {
            float[] vector = new float[encoder.size()];
            for (int piece = 0; piece < chunk.pieces.size(); piece++, row++) {
                for (int i = 0; i < vector.length; i++) {
                    vector[i] += rows[row * vector.length + i];
                }
            }
            Vectors.add(whole, vector);
            clauses.add(new Meaning.Clause(chunk.span, Direction.of(vector)));
        }
    }

    private List<Chunk> chunks(String text) {
        List<Piece> pieces = tokenizer.pieces(text);
        List<Chunk> chunks = new ArrayList<>();
        int at = 0;
        for (Span clause : Clauses.of(text)) {
            while (at < pieces.size() && pieces.get(at).start() < clause.start()) {
                at++;
            }
            int from = at;
            while (at < pieces.size() && pieces.get(at).end() <= clause.end()) {
                at++;
            }
            addChunks(clause, pieces.subList(from, Math.min(at, READ_PIECES)), chunks);
            if (at >= READ_PIECES) {
                break;
            }
        }
        return chunks;
    }

    /** A clause that never ends is cut, so that its evidence stays short enough to quote. */
    private static void addChunks(Span clause, List<Piece> pieces, List<Chunk> chunks) {
        if (pieces.isEmpty()) {
            return;
        }
        if (pieces.size() <= CLAUSE_PIECES) {
            chunks.add(new Chunk(clause, pieces));
            return;
        }
        for (int from = 0; from < pieces.size(); from += CLAUSE_PIECES) {
            List<Piece> part = pieces.subList(from, Math.min(from + CLAUSE_PIECES, pieces.size()));
            chunks.add(
                    new Chunk(new Span(part.getFirst().start(), part.getLast().end()), part));
        }
    }

    @Override
    public void close() {
        encoder.close();
    }
}
