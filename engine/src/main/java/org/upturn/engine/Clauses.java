package org.upturn.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upturn.engine.letters.Letters;

/**
 * Cuts a text into clauses: sentences, and within a long sentence the parts that a conjunction, a colon or a comma sets
 * apart. Each clause is trimmed, lies within the text and never overlaps another. Takes time in proportion to the text.
 */
final class Clauses {
    // Each is tried only where one of its first characters stands; the look-behinds let a run of marks be tried once
    // only,
    // which keeps hostile texts linear.
    private static final Pattern SENTENCE_END = Pattern.compile(
            "(?<![.!?…])[.!?…]++[\"'”’)\\]]*+(?=\\s|$)|[。！？]++|\\R|[;；•]|\\s[-–—]+\\s|(?<=[a-z])[.!?](?=[A-Z][a-z])");
    private static final String ENDS = ".!?…。！？;；•\n\r\u000b\f\u0085\u2028\u2029";
    private static final String DASHES = "-–—";
    private static final Pattern BEFORE_CONTRAST =
            Pattern.compile("(?i)\\s++(?=(?:but|however|although|though|whereas|except)\\s)");
    private static final String CONTRAST_LETTERS = "bBhHaAtTwWeE";
    private static final Pattern BEFORE_PART =
            Pattern.compile("(?i)[,:]\\s+|\\s++(?=(?:because|yet|unless|and|so|while|then)\\s)");
    private static final String PART_LETTERS = "bByYuUaAsSwWtT";
    private static final Pattern CONTRAST =
            Pattern.compile("(?i)\\s*+(?:but|however|although|though|whereas|except)\\s");

    /** A sentence up to this many words stays whole. */
    private static final int SHORT_SENTENCE = 7;
    /** A part needs this many words to stand alone; beside "but" and its like, two are enough. */
    private static final int SMALLEST_PART = 4;

    private static final int SMALLEST_CONTRAST = 2;

    private final String text;
    private final int[] wordsBefore;
    private final List<Span> clauses = new ArrayList<>();

    private Clauses(String text) {
        this.text = text;
        this.wordsBefore = new int[text.length() + 1];
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            if (Letters.isLetterOrNumber(codePoint)) {
                wordsBefore[at + 1] = 1;
                at = endOfWord(at);
            } else {
                at += Character.charCount(codePoint);
            }
        }
        for (int i = 1; i < wordsBefore.length; i++) {
            wordsBefore[i] += wordsBefore[i - 1];
        }
    }

    private int endOfWord(int start) {
        int end = Letters.skipLettersNumbersMarks(text, start);
        while (end < text.length() && (text.charAt(end) == '\'' || text.charAt(end) == '’')) {
            end = Letters.skipLettersNumbersMarks(text, end + 1);
        }
        return end;
    }

    static List<Span> of(String text) {
        Clauses splitter = new Clauses(text);
        int from = 0;
        Matcher end = SENTENCE_END.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        for (int at = 0; at < text.length(); at++) {
            if (mayEndSentence(text, at) && end.region(at, text.length()).lookingAt()) {
                splitter.split(from, end.end());
                from = end.end();
                at = from - 1;
            }
        }
        splitter.split(from, text.length());
        return splitter.clauses;
    }

    private static boolean mayEndSentence(String text, int at) {
        char character = text.charAt(at);
        if (character >= 'a' && character <= 'z') {
            return false;
        }
        return ENDS.indexOf(character) >= 0
                || character <= ' ' && at + 1 < text.length() && DASHES.indexOf(text.charAt(at + 1)) >= 0;
    }

    /** Whether the clause is set against the one before it. */
    static boolean beginsWithContrast(String clause) {
        return CONTRAST.matcher(clause).lookingAt();
    }

    /** Whether no sentence ends between a clause of the text and the next. */
    static boolean inOneSentence(String text, Span clause, Span next) {
        return !SENTENCE_END
                .matcher(text)
                .region(clause.start(), next.start())
                .useTransparentBounds(true)
                .useAnchoringBounds(false)
                .find();
    }

    private void split(int from, int to) {
        if (words(from, to) <= SHORT_SENTENCE) {
            addTrimmed(from, to);
            return;
        }
        for (Span half : cut(BEFORE_CONTRAST, CONTRAST_LETTERS, SMALLEST_CONTRAST, from, to)) {
            for (Span part : cut(BEFORE_PART, PART_LETTERS, SMALLEST_PART, half.start(), half.end())) {
                addTrimmed(part.start(), part.end());
            }
        }
    }

    /** @param letters those that the words after a cut begin with */
    private List<Span> cut(Pattern pattern, String letters, int smallest, int from, int to) {
        List<Span> parts = new ArrayList<>();
        int start = from;
        Matcher cut = pattern.matcher(text);
        for (int at = from; at < to; at++) {
            if (mayCut(at, from, to, letters) && cut.region(at, to).lookingAt()) {
                if (words(start, cut.end()) >= smallest && words(cut.end(), to) >= smallest) {
                    parts.add(new Span(start, cut.end()));
                    start = cut.end();
                }
                at = cut.end() - 1;
            }
        }
        parts.add(new Span(start, to));
        return parts;
    }

    /** Whether a comma or colon stands here, or the first blank before a word with one of these letters. */
    private boolean mayCut(int at, int from, int to, String letters) {
        char character = text.charAt(at);
        if (character == ',' || character == ':') {
            return true;
        }
        if (!isBlank(character) || at > from && isBlank(text.charAt(at - 1))) {
            return false;
        }
        int word = at + 1;
        while (word < to && isBlank(text.charAt(word))) {
            word++;
        }
        return word < to && letters.indexOf(text.charAt(word)) >= 0;
    }

    /** What the patterns call white space. */
    private static boolean isBlank(char character) {
        return character == ' ' || character >= '\t' && character <= '\r';
    }

    private int words(int from, int to) {
        return wordsBefore[to] - wordsBefore[from];
    }

    private void addTrimmed(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isEdge(text.charAt(start))) {
            start++;
        }
        while (end > start && isEdge(text.charAt(end - 1))) {
            end--;
        }
        if (end > start) {
            clauses.add(new Span(start, end));
        }
    }

    private static boolean isEdge(char character) {
        return character <= ' ' || Character.isWhitespace(character) || ",:;-–—•\u00a0".indexOf(character) >= 0;
    }
}
