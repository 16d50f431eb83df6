package org.upturn.engine;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a text is put, beside its words: marks, capitals, thanks, requests, times and questions. */
final class Manner {
    static final int SIZE = 12;

    private static final double MOST = 3;
    private static final Pattern ASTONISHED = Pattern.compile("\\?\\?|\\?!");
    private static final Pattern THANKS = Pattern.compile("thank|thx");
    private static final Pattern PLEASE = Pattern.compile("please|pls");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern TRAILING = Pattern.compile("\\.\\.\\.|…");
    private static final Pattern TIMES =
            Pattern.compile("\\b(?:still|again|another|after|since|hours?|days?|weeks?|months?|times|twice)\\b");
    private static final Pattern WISHES = Pattern.compile("\\b(?:should|would|could|needs?|wish|if)\\b");
    private static final Pattern ASKS = Pattern.compile("\\b(?:why|how|when|where|what|who)\\b");
    private static final Pattern CAPITALS = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Lu}{3,}+(?![\\p{L}\\p{N}])");

    private Manner() {}

    /** Writes the {@link #SIZE} figures, each 0…1 or a little more, from this place on. */
    static void write(String text, List<String> words, double[] inputs, int at) {
        String lower = text.toLowerCase(Locale.ROOT);
        int size = Math.max(1, words.size());
        inputs[at] = bounded(text, '?');
        inputs[at + 1] = there(ASTONISHED, text);
        inputs[at + 2] = bounded(text, '!');
        inputs[at + 3] = count(CAPITALS, text) / size;
        inputs[at + 4] = there(THANKS, lower);
        inputs[at + 5] = there(PLEASE, lower);
        inputs[at + 6] = there(DIGIT, text);
        inputs[at + 7] = 1 / (1 + words.size() / 5.0);
        inputs[at + 8] = there(TRAILING, text);
        inputs[at + 9] = share(TIMES, lower);
        inputs[at + 10] = share(WISHES, lower);
        inputs[at + 11] = share(ASKS, lower);
    }

    private static double bounded(String text, char mark) {
        return Math.min(MOST, text.chars().filter(each -> each == mark).count()) / MOST;
    }

    private static double there(Pattern pattern, String text) {
        return pattern.matcher(text).find() ? 1 : 0;
    }

    /** Long texts name more of everything; beyond three times it says no more. */
    private static double share(Pattern pattern, String text) {
        return Math.min(MOST, count(pattern, text)) / MOST;
    }

    private static double count(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }
}
