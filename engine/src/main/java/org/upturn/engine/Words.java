package org.upturn.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.upturn.engine.letters.Letters;

/** Words of a text, and their stems for matching a verbatim with a codebook's own words. */
public final class Words {
    private static final Set<String> STOP_WORDS = Resources.lines("stop-words.txt");
    private static final String[] ENDINGS = {"ing", "edly", "ed", "ies", "ly", "es", "s"};

    private Words() {}

    /** Lower-cased words in order, with straight apostrophes. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        for (Span place : places(text)) {
            words.add(text.substring(place.start(), place.end())
                    .toLowerCase(Locale.ROOT)
                    .replace('’', '\''));
        }
        return words;
    }

    /** A word is letters, numbers and marks; behind an apostrophe stand letters alone. */
    private static int end(String text, int start) {
        int end = Letters.skipLettersNumbersMarks(text, start);
        while (end + 1 < text.length() && isApostrophe(text.charAt(end)) && Letters.isLetterAt(text, end + 1)) {
            end = Letters.skipLetters(text, end + 1);
        }
        return end;
    }

    private static boolean isApostrophe(char character) {
        return character == '\'' || character == '’';
    }

    /** Stems of the words that carry meaning, in order, repeats kept. */
    static List<String> stems(String text) {
        return stems(of(text));
    }

    /** Stems of those among these words that carry meaning, in order, repeats kept. */
    static List<String> stems(List<String> words) {
        List<String> stems = new ArrayList<>();
        for (String word : words) {
            if (word.length() > 1 && !STOP_WORDS.contains(word)) {
                stems.add(stem(word));
            }
        }
        return stems;
    }

    /** Where the words of a text stand, in order. */
    static List<Span> places(String text) {
        List<Span> places = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (Letters.isLetterOrNumber(codePoint)) {
                int end = end(text, at);
                places.add(new Span(at, end));
                at = end;
            } else {
                at += Character.charCount(codePoint);
            }
        }
        return places;
    }

    /** A light English stem: "tickets", "ticket" and "ticketing" meet; never shorter than three letters. */
    public static String stem(String word) {
        String bare = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        for (String ending : ENDINGS) {
            if (bare.length() >= ending.length() + 3 && bare.endsWith(ending) && !bare.endsWith("ss")) {
                String stem = bare.substring(0, bare.length() - ending.length());
                return smooth(ending.equals("ies") ? stem + "y" : stem);
            }
        }
        return smooth(bare);
    }

    /** "delivering", "delivery", "arrive", "arriving", "shipped" and "ship" should not differ by their last letter. */
    private static String smooth(String stem) {
        int last = stem.length() - 1;
        if (last >= 3 && stem.charAt(last) == stem.charAt(last - 1) && "bdgmnprt".indexOf(stem.charAt(last)) >= 0) {
            return stem.substring(0, last);
        }
        return last >= 3 && (stem.endsWith("e") || stem.endsWith("y")) ? stem.substring(0, last) : stem;
    }
}
