package org.upturn.engine.letters;

/** What kind of character stands where; plain letters, which most are, are told without looking them up. */
public final class Letters {
    private static final int PLAIN = 128;
    private static final int MARKS =
            1 << Character.NON_SPACING_MARK | 1 << Character.ENCLOSING_MARK | 1 << Character.COMBINING_SPACING_MARK;
    private static final int NUMBERS =
            1 << Character.DECIMAL_DIGIT_NUMBER | 1 << Character.LETTER_NUMBER | 1 << Character.OTHER_NUMBER;

    private Letters() {}

    /** Unicode's L. */
    public static boolean isLetter(int codePoint) {
        return codePoint < PLAIN ? (codePoint | 32) >= 'a' && (codePoint | 32) <= 'z' : Character.isLetter(codePoint);
    }

    /** Unicode's L or N. */
    public static boolean isLetterOrNumber(int codePoint) {
        return codePoint < PLAIN
                ? isLetter(codePoint) || codePoint >= '0' && codePoint <= '9'
                : (1 << Character.getType(codePoint) & NUMBERS) != 0 || Character.isLetter(codePoint);
    }

    /** Unicode's M. */
    public static boolean isMark(int codePoint) {
        return codePoint >= PLAIN && (1 << Character.getType(codePoint) & MARKS) != 0;
    }

    public static boolean isLetterAt(String text, int at) {
        return at < text.length() && isLetter(text.codePointAt(at));
    }

    /** The first place from here on where no letter stands. */
    public static int skipLetters(String text, int from) {
        int at = from;
        while (at < text.length() && isLetter(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    /** The first place from here on where no letter, number or mark stands. */
    public static int skipLettersNumbersMarks(String text, int from) {
        int at = from;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (!isLetterOrNumber(codePoint) && !isMark(codePoint)) {
                break;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }
}
