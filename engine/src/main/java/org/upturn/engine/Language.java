package org.upturn.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Guesses the language of a text: by script where a script belongs to one language, else by its common short words. It
 * would rather say {@code und} than guess.
 */
final class Language {
    static final String UNKNOWN = "und";

    /** Words looked at; more would not change the answer. */
    private static final int LOOKED_AT = 200;

    /** The winner needs this many words of its language, and so much more than the next. */
    private static final int ENOUGH = 2;

    private static final double CLEARLY = 1.25;

    private static final Map<String, Set<String>> WORDS = words();

    private Language() {}

    /** ISO 639-1 code, or {@code und}. */
    static String of(String text) {
        String readable = MeaningReader.readable(text);
        String script = byScript(readable);
        return script.equals("latin") ? byWords(Words.of(readable)) : script;
    }

    /** Whether a text is known to be in a language that the model does not know. */
    static boolean isForeign(String language) {
        return !language.equals("en") && !language.equals(UNKNOWN);
    }

    private static String byScript(String text) {
        Map<Character.UnicodeScript, Integer> counts = new EnumMap<>(Character.UnicodeScript.class);
        text.codePoints().filter(Character::isLetter).forEach(letter -> counts.merge(script(letter), 1, Integer::sum));
        if (counts.containsKey(Character.UnicodeScript.HIRAGANA)
                || counts.containsKey(Character.UnicodeScript.KATAKANA)) {
            return "ja";
        }
        Character.UnicodeScript most = counts.entrySet().stream()
                .max(Map.Entry.<Character.UnicodeScript, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(Character.UnicodeScript.COMMON);
        return switch (most) {
            case LATIN -> "latin";
            case HAN -> "zh";
            case HANGUL -> "ko";
            case THAI -> "th";
            case GREEK -> "el";
            case HEBREW -> "he";
            // Several languages share these; the most spoken one is named only where its own letters stand.
            case CYRILLIC -> cyrillic(text);
            case DEVANAGARI -> "hi";
            case ARABIC -> text.chars().anyMatch(letter -> "پچژگ".indexOf(letter) >= 0) ? "fa" : "ar";
            default -> UNKNOWN;
        };
    }

    /** Most letters are plain ones, and looking up a script is slow. */
    private static Character.UnicodeScript script(int letter) {
        return letter < 128 ? Character.UnicodeScript.LATIN : Character.UnicodeScript.of(letter);
    }

    private static String cyrillic(String text) {
        if (text.chars().anyMatch(letter -> "іїєґІЇЄҐ".indexOf(letter) >= 0)) {
            return "uk";
        }
        return text.chars().anyMatch(letter -> "ыэёЫЭЁ".indexOf(letter) >= 0) || text.length() > 20 ? "ru" : UNKNOWN;
    }

    private static String byWords(List<String> words) {
        String best = UNKNOWN;
        double first = 0;
        double second = 0;
        List<String> looked = words.subList(0, Math.min(LOOKED_AT, words.size()));
        for (Map.Entry<String, Set<String>> language : WORDS.entrySet()) {
            int hits = 0;
            for (String word : looked) {
                hits += language.getValue().contains(word) ? 1 : 0;
            }
            if (hits > first) {
                second = first;
                first = hits;
                best = language.getKey();
            } else {
                second = Math.max(second, hits);
            }
        }
        boolean shareIsSmall = first < 0.15 * Math.min(LOOKED_AT, words.size());
        return first < ENOUGH || first < CLEARLY * second || shareIsSmall ? UNKNOWN : best;
    }

    private static Map<String, Set<String>> words() {
        Map<String, Set<String>> words = new java.util.LinkedHashMap<>();
        for (String line : Resources.lines("language-words.txt")) {
            List<String> parts = new ArrayList<>(List.of(line.split(" ")));
            words.put(parts.removeFirst(), Set.copyOf(new java.util.HashSet<>(parts)));
        }
        return words;
    }
}
