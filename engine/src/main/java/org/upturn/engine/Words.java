package org.upturn.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of a text, and their stems for matching a verbatim with a codebook's own words. */
public final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*+(?:['’][\\p{L}]++)*+");
    private static final Set<String> STOP_WORDS = Resources.lines("stop-words.txt");
    private static final String[] ENDINGS = {"ing", "edly", "ed", "ies", "ly", "es", "s"};

    private Words() {}

    /** Lower-cased words in order, with straight apostrophes. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group().toLowerCase(Locale.ROOT).replace('’', '\''));
        }
        return words;
    }

    /** Stems of the words that carry meaning, in order, repeats kept. */
    static List<String> stems(String text) {
        return stems(of(text));
    }

    /** Stems of those among these words that carry meaning, in order, repeats kept. */
    static List<String> stems(List<String> words) {
        return words.stream()
                .filter(word -> !STOP_WORDS.contains(word) && word.length() > 1)
                .map(Words::stem)
                .toList();
    }

    /** Where the words of a text stand, in order. */
    static List<Span> places(String text) {
        List<Span> places = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            places.add(new Span(word.start(), word.end()));
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
