package org.upturn.engine.language;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pieces of up to four bytes of each word, three bytes apart, with the word's edges marked, as the language detector ELD
 * cuts them. A piece is packed into a long, the last byte lowest.
 */
final class WordPieces {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'’]+");
    private static final int SIZE = 4;
    private static final int STRIDE = 3;
    private static final int LONGEST_WORD = 70;
    private static final int EDGE = ' ';

    /** More words would not change the answer. */
    private static final int MOST_WORDS = 60;

    private WordPieces() {}

    /** The different pieces of the first words. */
    static Set<Long> of(String lowerCase) {
        Set<Long> pieces = new LinkedHashSet<>();
        Matcher word = WORD.matcher(lowerCase);
        for (int words = 0; words < MOST_WORDS && word.find(); words++) {
            String plain = word.group().replace('’', '\'');
            byte[] bytes =
                    plain.substring(0, Math.min(plain.length(), LONGEST_WORD)).getBytes(StandardCharsets.UTF_8);
            add(bytes, Math.min(bytes.length, LONGEST_WORD), pieces);
        }
        return pieces;
    }

    private static void add(byte[] word, int length, Set<Long> pieces) {
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
}
