package org.upturn.engine;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells an answer that says nothing a team could act on (S4-18, decision 8): two words or fewer, a phrase without
 * content, one word repeated, or marks and pictures only. Such a text may still carry a theme ("too slow").
 */
final class Silence {
    private static final int FEW_WORDS = 2;
    /** The first Thai character; the other scripts without spaces stand above it. */
    private static final int FIRST_UNSPACED = 0x0E00;

    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
    private static final Set<String> PHRASES = Resources.lines("silent-phrases.txt").stream()
            .map(line -> plain(line.substring(line.indexOf(':') + 1)))
            .collect(Collectors.toSet());
    private static final int LONGEST_PHRASE =
            PHRASES.stream().mapToInt(phrase -> phrase.split(" ").length).max().orElse(0);

    private Silence() {}

    static boolean of(String text) {
        String readable = MeaningReader.readable(text);
        return of(readable, Words.of(readable));
    }

    /** @param words those of the text, which is not too long to be read */
    static boolean of(String text, List<String> words) {
        return size(words, text) <= FEW_WORDS || isOneRepeated(words) || isPhrase(text, words);
    }

    private static boolean isOneRepeated(List<String> words) {
        for (String word : words) {
            if (!word.equals(words.getFirst())) {
                return false;
            }
        }
        return !words.isEmpty();
    }

    /** Whether the text is one of the phrases that say nothing. */
    static boolean isPhrase(String text, List<String> words) {
        return words.size() <= LONGEST_PHRASE && PHRASES.contains(plain(text));
    }

    /** Words; in scripts without spaces between words, two characters count as one. */
    private static long size(List<String> words, String text) {
        if (text.chars().allMatch(letter -> letter < FIRST_UNSPACED)) {
            return words.size();
        }
        long unspaced = text.codePoints().filter(Silence::standsUnspaced).count();
        long spaced = words.stream()
                .filter(word -> word.codePoints().noneMatch(Silence::standsUnspaced))
                .count();
        return spaced + (unspaced + 1) / 2;
    }

    private static boolean standsUnspaced(int codePoint) {
        if (codePoint < FIRST_UNSPACED) {
            return false;
        }
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    private static String plain(String text) {
        return MARKS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
