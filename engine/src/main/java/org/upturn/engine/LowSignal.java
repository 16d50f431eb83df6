package org.upturn.engine;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells a text that answers nothing at all: no letters, one letter, keys struck at random, "test", "n/a", "no comment". Unlike
 * a merely silent one ("too slow") there is nothing in it to read.
 */
final class LowSignal {
    /** So many letters without a vowel are no word. */
    private static final int UNSPEAKABLE = 4;

    private static final Pattern CONSONANTS = Pattern.compile("[bcdfghjklmnpqrstvwxz]{6}");
    private static final Pattern VOWEL = Pattern.compile("[aeiouyà-öø-ÿ]");
    private static final Pattern PLAIN = Pattern.compile("[a-zà-öø-ÿ]+");
    private static final String[] KEYBOARD = {"qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "azertyuiop"};

    private static final Set<String> WORDS = Resources.lines("low-signal-words.txt");
    private static final int LONGEST =
            WORDS.stream().mapToInt(line -> line.split(" ").length).max().orElse(0);

    private LowSignal() {}

    /**
     * Whether the text answers nothing.
     *
     * @param question what was asked; "nothing" does answer what could be better
     */
    static boolean of(String text, @Nullable String question) {
        String readable = MeaningReader.readable(text);
        return of(readable, Words.of(readable), question);
    }

    /** @param words those of the text, which is not too long to be read */
    static boolean of(String text, List<String> words, @Nullable String question) {
        if (words.isEmpty()) {
            // A face says how somebody feels.
            return text.codePoints()
                    .noneMatch(codePoint -> codePoint >= 0x2600
                            && !Character.isLetter(codePoint)
                            && Character.getType(codePoint) == Character.OTHER_SYMBOL);
        }
        boolean asked = question != null && SentimentFeatures.asksImprovement(question);
        return words.stream().allMatch(LowSignal::saysNothing)
                || !asked && words.size() <= LONGEST && WORDS.contains(String.join(" ", words))
                || !asked && Silence.isPhrase(text, words);
    }

    private static boolean saysNothing(String word) {
        boolean singleLetter = word.length() == 1 && word.charAt(0) < 0x3000 && Character.isLetter(word.charAt(0));
        return singleLetter || WORDS.contains("* " + word) || isMash(word);
    }

    private static boolean isMash(String word) {
        if (word.length() < UNSPEAKABLE || !PLAIN.matcher(word).matches()) {
            return false;
        }
        return !VOWEL.matcher(word).find()
                || CONSONANTS.matcher(word).find()
                || word.chars().distinct().count() == 1
                || isKeyboardRow(word);
    }

    /** Whether each letter lies on the keyboard beside the one before it, as in "asdf" or "qwerty". */
    private static boolean isKeyboardRow(String word) {
        for (String row : KEYBOARD) {
            boolean beside = true;
            for (int i = 1; i < word.length() && beside; i++) {
                int here = row.indexOf(word.charAt(i));
                int before = row.indexOf(word.charAt(i - 1));
                beside = here >= 0 && before >= 0 && Math.abs(here - before) <= 1;
            }
            if (beside) {
                return true;
            }
        }
        return false;
    }
}
