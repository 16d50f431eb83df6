package org.upturn.engine.language;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.upturn.engine.letters.Letters;

/**
 * Pieces of up to four bytes of each word, three bytes apart, with the word's edges marked, as the language detector ELD
 * cuts them. A piece is packed into a long, the last byte lowest.
 */
final class WordPieces {
    private static final int SIZE = 4;
    private static final int STRIDE = 3;
    private static final int LONGEST_WORD = 70;
    private static final int EDGE = ' ';

    /** More words would not change the answer. */
    private static final int MOST_WORDS = 60;

    private WordPieces() {}

    /** The different pieces of the first words. */
    static long[] of(String lowerCase) {
        Bag bag = new Bag();
        int at = 0;
        for (int words = 0; at < lowerCase.length() && words < MOST_WORDS; ) {
            int end = end(lowerCase, at);
            if (end > at) {
                add(lowerCase, at, Math.min(end, at + LONGEST_WORD), bag);
                words++;
                at = end;
            } else {
                at += Character.charCount(lowerCase.codePointAt(at));
            }
        }
        return Arrays.copyOf(bag.pieces, bag.size);
    }

    /** The end of the letters, marks and apostrophes from here on. */
    private static int end(String text, int start) {
        int end = start;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            if (!Letters.isLetter(codePoint) && !Letters.isMark(codePoint) && codePoint != '\'' && codePoint != '’') {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return end;
    }

    private static void add(String text, int from, int to, Bag pieces) {
        byte[] word = text.substring(from, to).replace('’', '\'').getBytes(StandardCharsets.UTF_8);
        int length = Math.min(word.length, LONGEST_WORD);
        int at = 0;
        for (; at + SIZE < length; at += STRIDE) {
            pieces.add(packed(at == 0 ? EDGE : 0, word, at, at + SIZE));
        }
        pieces.add(packed(at == 0 ? EDGE : 0, word, Math.max(0, length - SIZE), length) << 8 | EDGE);
    }

    private static long packed(long first, byte[] word, int from, int to) {
        long packed = first;
        for (int i = from; i < to; i++) {
            packed = packed << 8 | word[i] & 0xff;
        }
        return packed;
    }

    /** Pieces, each once, in their order. */
    private static final class Bag {
        private long[] seen = new long[1 << 8];
        private long[] pieces = new long[64];
        private int size;

        void add(long piece) {
            int slot = slot(piece);
            if (seen[slot] == piece) {
                return;
            }
            seen[slot] = piece;
            if (size == pieces.length) {
                pieces = Arrays.copyOf(pieces, 2 * size);
            }
            pieces[size++] = piece;
            if (4 * size > seen.length) {
                seen = new long[2 * seen.length];
                Arrays.stream(pieces, 0, size).forEach(known -> seen[slot(known)] = known);
            }
        }

        /** Where the piece stands, or would stand. */
        private int slot(long piece) {
            int slot = (int) (piece * 0x9E3779B97F4A7C15L >>> 40) & seen.length - 1;
            while (seen[slot] != 0 && seen[slot] != piece) {
                slot = slot + 1 & seen.length - 1;
            }
            return slot;
        }
    }
}
