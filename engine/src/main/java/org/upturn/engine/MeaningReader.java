package org.upturn.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns a text into vectors by late chunking: one pass of the model over a window of up to 254 pieces, and each clause is
 * the mean of its pieces' outputs, so that a clause is understood in its surroundings.
 *
 * <p>Of very long texts only the first {@value #READ_PIECES} pieces are read.
 */
final class MeaningReader implements AutoCloseable {
    static final int READ_PIECES = 2_000;
    static final int READ_CHARACTERS = 20_000;
    private static final int CLAUSE_PIECES = 64;

    private final WordPiece tokenizer = WordPiece.load();
    private final Encoder encoder;
    private final String maker;

    MeaningReader() {
        this(Encoder.load(), Versions.MAKER);
    }

    /** @param maker engine and model, by which a stored meaning is known again */
    MeaningReader(Encoder encoder, String maker) {
        this.encoder = encoder;
        this.maker = maker;
    }

    /** A run of pieces that belong to one clause. */
    private record Chunk(Span span, List<WordPiece.Piece> pieces) {}

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
        List<Chunk> chunks = chunks(readable);
        float[] whole = new float[Encoder.SIZE];
        List<Meaning.Clause> clauses = new ArrayList<>(chunks.size());
        int first = 0;
        while (first < chunks.size()) {
            int last = first;
            int size = 0;
            while (last < chunks.size() && size + chunks.get(last).pieces.size() <= Encoder.WINDOW) {
                size += chunks.get(last++).pieces.size();
            }
            readWindow(chunks.subList(first, last), size, whole, clauses);
            first = last;
        }
        return new Meaning(maker, readable.hashCode(), Direction.of(whole), clauses);
    }

    private void readWindow(List<Chunk> window, int size, float[] whole, List<Meaning.Clause> clauses) {
        int[] ids = new int[size];
        int at = 0;
        for (Chunk chunk : window) {
            for (WordPiece.Piece piece : chunk.pieces) {
                ids[at++] = piece.id();
            }
        }
        float[] rows = encoder.encode(ids);
        int row = 0;
        for (Chunk chunk : window) {
            float[] vector = new float[Encoder.SIZE];
            for (int piece = 0; piece < chunk.pieces.size(); piece++, row++) {
                for (int i = 0; i < Encoder.SIZE; i++) {
                    vector[i] += rows[row * Encoder.SIZE + i];
                }
            }
            Vectors.add(whole, vector);
            clauses.add(new Meaning.Clause(chunk.span, Direction.of(vector)));
        }
    }

    private List<Chunk> chunks(String text) {
        List<WordPiece.Piece> pieces = tokenizer.pieces(text);
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
    private static void addChunks(Span clause, List<WordPiece.Piece> pieces, List<Chunk> chunks) {
        if (pieces.isEmpty()) {
            return;
        }
        if (pieces.size() <= CLAUSE_PIECES) {
            chunks.add(new Chunk(clause, pieces));
            return;
        }
        for (int from = 0; from < pieces.size(); from += CLAUSE_PIECES) {
            List<WordPiece.Piece> part = pieces.subList(from, Math.min(from + CLAUSE_PIECES, pieces.size()));
            chunks.add(
                    new Chunk(new Span(part.getFirst().start(), part.getLast().end()), part));
        }
    }

    @Override
    public void close() {
        encoder.close();
    }
}
