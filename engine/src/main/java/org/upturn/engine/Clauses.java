package org.upturn.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into clauses: sentences, and within a long sentence the parts that a conjunction, a colon or a comma sets
 * apart. Each clause is trimmed, lies within the text and never overlaps another. Takes time in proportion to the text.
 */
final class Clauses {
    // The look-behinds let a run of marks be tried once only, which keeps hostile texts linear.
    private static final Pattern SENTENCE_END = Pattern.compile(
            "(?<![.!?…])[.!?…]++[\"'”’)\\]]*+(?=\\s|$)|[。！？]++|\\R|[;；•]|\\s[-–—]+\\s|(?<=[a-z])[.!?](?=[A-Z][a-z])");
    private static final Pattern BEFORE_CONTRAST =
            Pattern.compile("(?i)(?<!\\s)\\s++(?=(?:but|however|although|though|whereas|except)\\s)");
    private static final Pattern BEFORE_PART =
            Pattern.compile("(?i)[,:]\\s+|(?<!\\s)\\s++(?=(?:because|yet|unless|and|so|while|then)\\s)");
    private static final Pattern CONTRAST =
            Pattern.compile("(?i)\\s*+(?:but|however|although|though|whereas|except)\\s");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}'’]*+");

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
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            wordsBefore[word.start() + 1] = 1;
        }
        for (int i = 1; i < wordsBefore.length; i++) {
            wordsBefore[i] += wordsBefore[i - 1];
        }
    }

    static List<Span> of(String text) {
        Clauses splitter = new Clauses(text);
        int from = 0;
        Matcher end = SENTENCE_END.matcher(text);
        while (end.find()) {
            splitter.split(from, end.end());
            from = end.end();
        }
        splitter.split(from, text.length());
        return splitter.clauses;
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
        for (Span half : cut(BEFORE_CONTRAST, SMALLEST_CONTRAST, from, to)) {
            for (Span part : cut(BEFORE_PART, SMALLEST_PART, half.start(), half.end())) {
                addTrimmed(part.start(), part.end());
            }
        }
    }

    private List<Span> cut(Pattern pattern, int smallest, int from, int to) {
        List<Span> parts = new ArrayList<>();
        int start = from;
        Matcher cut = pattern.matcher(text).region(from, to);
        while (cut.find()) {
            if (words(start, cut.end()) >= smallest && words(cut.end(), to) >= smallest) {
                parts.add(new Span(start, cut.end()));
                start = cut.end();
            }
        }
        parts.add(new Span(start, to));
        return parts;
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
