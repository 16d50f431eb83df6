package org.upturn.engine.language;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;

/**
 * Which language a text in Latin letters is in, by how usual its word pieces are in each. The table is that of ELD
 * (Apache-2.0), made smaller by {@code LanguageTool}; see RATIONALE.md.
 */
public final class LatinLanguages {
    /** ELD takes this off every figure to save room. */
    private static final int LEAST_FIGURE = 53;

    private static final int SIZE_SHIFT = 24;
    private static final int LAST_BEGIN = (1 << SIZE_SHIFT) - 1;

    private final String[] codes;
    /** Pieces by their hash, 0 where there is none. */
    private final long[] pieces;
    /** Where the figures of each piece begin, and in the high byte how many bytes they take. */
    private final int[] begins;
    /** Pairs of a language's index and its figure. */
    private final byte[] figures;

    private LatinLanguages(String[] codes, long[] pieces, int[] begins, byte[] figures) {
        this.codes = codes;
        this.pieces = pieces;
        this.begins = begins;
        this.figures = figures;
    }

    /**
     * Reads a table: number of languages and their codes of two letters, number of pieces, then for each in rising order its
     * eight bytes, how many languages use it, and each language's index and figure.
     */
    public static LatinLanguages of(byte[] table) {
        ByteBuffer in = ByteBuffer.wrap(table);
        String[] codes = new String[in.get()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = "" + (char) in.get() + (char) in.get();
        }
        int count = in.getInt();
        long[] pieces = new long[4 * Integer.highestOneBit(count + 1)];
        int[] begins = new int[pieces.length];
        byte[] figures = new byte[in.remaining()];
        int end = 0;
        for (int i = 0; i < count; i++) {
            long piece = in.getLong();
            int size = 2 * in.get();
            int slot = slot(pieces, piece);
            pieces[slot] = piece;
            begins[slot] = end | size << SIZE_SHIFT;
            in.get(figures, end, size);
            end += size;
        }
        return new LatinLanguages(codes, pieces, begins, Arrays.copyOf(figures, end));
    }

    /** ISO 639-1 codes of the languages known. */
    public java.util.List<String> codes() {
        return java.util.List.of(codes);
    }

    /** How much the text looks like each language, in the order of {@link #codes}; compare only within one text. */
    public double[] strengths(String text) {
        double[] strengths = new double[codes.length];
        for (long piece : WordPieces.of(text.toLowerCase(Locale.ROOT))) {
            int slot = slot(pieces, piece);
            if (pieces[slot] != 0) {
                int begin = begins[slot] & LAST_BEGIN;
                for (int i = begin; i < begin + (begins[slot] >>> SIZE_SHIFT); i += 2) {
                    strengths[figures[i]] += (figures[i + 1] & 0xff) + LEAST_FIGURE;
                }
            }
        }
        return strengths;
    }

    /** Where the piece stands, or would stand. */
    private static int slot(long[] pieces, long piece) {
        int slot = (int) (piece * 0x9E3779B97F4A7C15L >>> 40) & pieces.length - 1;
        while (pieces[slot] != 0 && pieces[slot] != piece) {
            slot = slot + 1 & pieces.length - 1;
        }
        return slot;
    }
}
