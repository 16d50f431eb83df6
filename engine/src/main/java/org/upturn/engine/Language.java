package org.upturn.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.upturn.engine.language.LatinLanguages;

/**
 * Guesses the language of a text: by script where a script belongs to one language, else by its common short words. It
 * would rather say {@code und} than guess.
 */
final class Language {
    static final String UNKNOWN = "und";

    /** Words looked at; more would not change the answer. */
    private static final int LOOKED_AT = 200;

    /** What one short word weighs beside the pieces of words, of which each weighs some 60 to 160. */
    private static final double SHORT_WORD = 60;

    /** Less than two pieces and a half say nothing. */
    private static final double ENOUGH = 150;

    /** English is what the rest of the engine reads best, so another language must be stronger by so much. */
    private static final double FOREIGN = 1.05;

    private static final LatinLanguages LATIN = LatinLanguages.of(Resources.bytes("language-pieces.bin"));
    private static final Map<String, List<String>> SHORT_WORDS = shortWords();

    private Language() {}

    /** ISO 639-1 code, or {@code und}. */
    static String of(String text) {
        String readable = MeaningReader.readable(text);
        String script = isPlain(readable) ? "latin" : byScript(readable);
        return script.equals("latin") ? ofLatin(readable) : script;
    }

    /** Whether a text is known to be in a language that the model does not know. */
    static boolean isForeign(String language) {
        return !language.equals("en") && !language.equals(UNKNOWN);
    }

    /** Whether there are letters, and all of them plain ones. */
    private static boolean isPlain(String text) {
        boolean letters = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= 128) {
                return false;
            }
            letters |= (character | 32) >= 'a' && (character | 32) <= 'z';
        }
        return letters;
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

    /** Several languages share these letters; Russian is named unless letters of another stand there. */
    private static String cyrillic(String text) {
        if (contains(text, "іїєґІЇЄҐ")) {
            return "uk";
        }
        if (contains(text, "ђјљњћџ")) {
            return "sr";
        }
        return contains(text, "ъ") && !contains(text, "ыэё") ? "bg" : "ru";
    }

    private static boolean contains(String text, String letters) {
        return text.chars().anyMatch(letter -> letters.indexOf(letter) >= 0);
    }

    /** The language whose word pieces and short words are there; English unless another is clearly stronger. */
    private static String ofLatin(String text) {
        List<String> words = Words.of(text);
        Map<String, Double> strengths = new HashMap<>();
        double most = 0;
        for (LatinLanguages.Guess guess : LATIN.guesses(text)) {
            strengths.put(guess.code(), guess.strength());
            most = Math.max(most, guess.strength());
        }
        for (String word : words.subList(0, Math.min(LOOKED_AT, words.size()))) {
            for (String language : SHORT_WORDS.getOrDefault(word, List.of())) {
                strengths.merge(language, SHORT_WORD, Double::sum);
            }
        }
        String best = UNKNOWN;
        double strength = Double.NEGATIVE_INFINITY;
        for (Map.Entry<String, Double> one : strengths.entrySet()) {
            double own = one.getValue();
            if (own > strength || own == strength && one.getKey().compareTo(best) > 0) {
                best = one.getKey();
                strength = own;
            }
        }
        if (strength < ENOUGH || most == 0) {
            return UNKNOWN;
        }
        return strength < FOREIGN * strengths.getOrDefault("en", 0.0) ? "en" : best;
    }

    private static Map<String, List<String>> shortWords() {
        Map<String, List<String>> words = new HashMap<>();
        for (String line : Resources.lines("language-words.txt")) {
            List<String> parts = Arrays.asList(line.split(" "));
            addAll(words, parts.getFirst(), parts.subList(1, parts.size()));
        }
        // Our other lists are English, and they hold what people say in two words: "excellent app".
        addAll(words, "en", Resources.lines("stop-words.txt"));
        for (String line : Resources.lines("sentiment-words.txt")) {
            addAll(words, "en", List.of(line.substring(2).split(" ")));
        }
        return words;
    }

    private static void addAll(Map<String, List<String>> words, String language, Collection<String> added) {
        for (String word : added) {
            List<String> languages = words.computeIfAbsent(word, key -> new ArrayList<>());
            if (!languages.contains(language)) {
                languages.add(language);
            }
        }
    }
}
