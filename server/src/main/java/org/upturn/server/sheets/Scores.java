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

    private static final Pattern WHOLE = Pattern.compile("([+-]?\\d+)(?:[.,]0+)?");
    private static final Pattern OUT_OF = Pattern.compile("(\\d+)(?:[.,]0+)?\\s*(?:/|out of|of)\\s*(\\d+)");
    private static final Pattern LABELLED = Pattern.compile("(\\d+)\\s*[-–—:=.,(]*\\s*\\p{L}.*", Pattern.DOTALL);
    private static final Pattern FRACTION = Pattern.compile("[+-]?\\d*[.,]\\d+");

    /** What some systems write where there is no answer: the smallest 32-bit integer. */
    private static final String NO_ANSWER = "-2147483648";

    private Scores() {}

    /** The score in a cell, or why there is none. */
    public static Parsed<Score> parse(String cell) {
        String text = cell.strip().replace('\u2212', '-').replace('\u00A0', ' ').strip();
        if (text.isEmpty()) {
            return Parsed.refused("there is no score; give a whole number from 0 to 10");
        }
        if (text.equals(NO_ANSWER)) {
            return Parsed.refused(NO_ANSWER + " is what some systems write for \"no answer\"; give the score or leave"
                    + " the row out");
        }
        int word = WORDS.indexOf(text.toLowerCase(Locale.ROOT));
        if (word >= 0) {
            return Parsed.of(new Score(word));
        }
        Matcher outOf = OUT_OF.matcher(text.toLowerCase(Locale.ROOT));
        if (outOf.matches()) {
            return outOf.group(2).equals("10") ? bounded(outOf.group(1)) : Parsed.refused(otherScale(outOf.group(2)));
        }
        return number(text);
    }

    private static Parsed<Score> number(String text) {
        Matcher whole = WHOLE.matcher(text);
        if (whole.matches()) {
            return bounded(whole.group(1));
        }
        if (FRACTION.matcher(text).matches()) {
            return Parsed.refused("a score is a whole number from 0 to 10; " + shown(text) + " is not whole");
        }
        Matcher labelled = LABELLED.matcher(text);
        return labelled.matches()
                ? bounded(labelled.group(1))
                : Parsed.refused(shown(text) + " is not a score; give a whole number from 0 to 10");
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
        return Parsed.refused("a score goes from 0 to 10; " + shown(digits) + " lies outside");
    }

    private static String otherScale(String scale) {
        return "the score is out of " + scale + ", not out of 10; nothing is rescaled silently, so convert it first";
    }

    private static String shown(String text) {
        return "\"" + (text.length() <= 40 ? text : text.substring(0, 40) + "…") + "\"";
    }
}
