package org.upturn.server.sheets;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upturn.server.kernel.Score;

/**
 * Reads a score as people write it: {@code 9}, {@code 9.0}, {@code 9/10}, {@code 9 - Very likely}, {@code nine}.
 *
 * <p>Nothing is ever rescaled: a 7 collected on a scale of 1–10 is a 7. Where no 0 occurs in a whole file, the caller
 * says so beside the result ("looks like a 1–10 scale").
 */
public final class Scores {
    private static final List<String> WORDS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private static final Pattern WHOLE = Pattern.compile("([+-]?\\d+)(?:[.,]0{1,2})?");
    private static final Pattern OUT_OF = Pattern.compile("(\\d+)(?:[.,]0+)?\\s*(?:/|out of|of)\\s*(\\d+)");
    private static final Pattern LABELLED =
            Pattern.compile("(\\d+)(?:\\s+|\\s*[-–—:=.(]\\s*|,\\s+)\\p{L}[^\\d]*", Pattern.DOTALL);
    private static final Pattern FRACTION = Pattern.compile("[+-]?\\d*[.,]\\d+");

    /** What some systems write where there is no answer: the smallest 32-bit integer. */
    private static final String NO_ANSWER = "-2147483648";

    private Scores() {}

    /** The score in a cell, or why there is none. */
    public static Parsed<Score> parse(String cell) {
        String text = cell.strip().replace('\u2212', '-').replace('\u00A0', ' ').strip();
        if (text.isEmpty()) {
            return Parsed.refused("sheet.score.none");
        }
        if (text.equals(NO_ANSWER)) {
            return Parsed.refused("sheet.score.noAnswer", NO_ANSWER);
        }
        int word = WORDS.indexOf(text.toLowerCase(Locale.ROOT));
        if (word >= 0) {
            return Parsed.of(new Score(word));
        }
        Matcher outOf = OUT_OF.matcher(text.toLowerCase(Locale.ROOT));
        if (outOf.matches()) {
            return outOf.group(2).equals("10")
                    ? bounded(outOf.group(1))
                    : Parsed.refused("sheet.score.scale", outOf.group(2));
        }
        return number(text);
    }

    private static Parsed<Score> number(String text) {
        Matcher whole = WHOLE.matcher(text);
        if (whole.matches()) {
            return bounded(whole.group(1));
        }
        if (FRACTION.matcher(text).matches()) {
            return Parsed.refused("sheet.score.fraction", Parsed.shown(text));
        }
        Matcher labelled = LABELLED.matcher(text);
        return labelled.matches()
                ? bounded(labelled.group(1))
                : Parsed.refused("sheet.score.other", Parsed.shown(text));
    }

    private static Parsed<Score> bounded(String digits) {
        try {
            int value = Integer.parseInt(digits);
            if (value >= 0 && value <= 10) {
                return Parsed.of(new Score(value));
            }
        } catch (NumberFormatException tooLong) {
            // Said below: outside the scale all the same.
        }
        return Parsed.refused("sheet.score.outside", Parsed.shown(digits));
    }
}
