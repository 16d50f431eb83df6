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
    private static final int[] NONE = {};
    private static final List<String> CODES = codes();
    private static final int ENGLISH = CODES.indexOf("en");
    private static final Map<String, int[]> SHORT_WORDS = shortWords();

    private Language() {}

    /** The one given, else that of the text. */
    static String of(Verbatim verbatim, String text) {
        return verbatim.language() == null ? of(text) : verbatim.language();
    }

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
        double[] strengths = Arrays.copyOf(LATIN.strengths(text), CODES.size());
        boolean known = Arrays.stream(strengths).anyMatch(strength -> strength > 0);
        for (int i = 0; i < Math.min(LOOKED_AT, words.size()); i++) {
            for (int language : SHORT_WORDS.getOrDefault(words.get(i), NONE)) {
                strengths[language] += SHORT_WORD;
            }
        }
        int best = 0;
        for (int i = 1; i < strengths.length; i++) {
            boolean same = strengths[i] == strengths[best];
            if (same ? CODES.get(i).compareTo(CODES.get(best)) > 0 : strengths[i] > strengths[best]) {
                best = i;
            }
        }
        if (strengths[best] < ENOUGH || !known) {
            return UNKNOWN;
        }
        return strengths[best] < FOREIGN * strengths[ENGLISH] ? "en" : CODES.get(best);
    }

    private static Map<String, int[]> shortWords() {
        Map<String, int[]> words = new HashMap<>();
        for (String line : Resources.lines("language-words.txt")) {
            List<String> parts = Arrays.asList(line.split(" "));
            addAll(words, CODES.indexOf(parts.getFirst()), parts.subList(1, parts.size()));
        }
        // Our other lists are English, and they hold what people say in two words: "excellent app".
        addAll(words, ENGLISH, Resources.lines("stop-words.txt"));
        for (String line : Resources.lines("sentiment-words.txt")) {
            addAll(words, ENGLISH, List.of(line.substring(2).split(" ")));
        }
        return words;
    }

    private static void addAll(Map<String, int[]> words, int language, Collection<String> added) {
        for (String word : added) {
            int[] languages = words.getOrDefault(word, NONE);
            if (Arrays.stream(languages).noneMatch(known -> known == language)) {
                int[] more = Arrays.copyOf(languages, languages.length + 1);
                more[languages.length] = language;
                words.put(word, more);
            }
        }
    }

    /** Those of the table, then those that only the short words know. */
    private static List<String> codes() {
        List<String> codes = new ArrayList<>(LATIN.codes());
        for (String line : Resources.lines("language-words.txt")) {
            String code = line.substring(0, line.indexOf(' '));
            if (!codes.contains(code)) {
                codes.add(code);
            }
        }
        return codes;
    }
}
