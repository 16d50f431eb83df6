package org.upturn.engine.phrases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.upturn.engine.letters.Letters;

/** The words of a text in order. */
public final class Tokens {
    private static final String ENDS_SENTENCE = ".!?;…\n\r。！？";
    private static final String PAUSES = ",:()[]–—\"“”/";

    /** A negation turns what follows within so many words: "would not even dream of leaving". */
    private static final int NEGATION_REACH = 4;

    private static final Set<String> NEGATIONS = Set.of(
            "not",
            "no",
            "never",
            "none",
            "nor",
            "neither",
            "without",
            "hardly",
            "cannot",
            "nobody",
            "nothing",
            "zero",
            "almost",
            "nearly",
            "isnt",
            "wasnt",
            "dont",
            "doesnt",
            "didnt",
            "wont",
            "wouldnt",
            "cant",
            "couldnt",
            "havent",
            "hasnt",
            "arent",
            "werent",
            "shouldnt",
            "aint");
    /** "Not only rude but", "can't wait to leave": the negation turns nothing round. */
    private static final Set<String> HARMLESS_AFTER_NEGATION = Set.of("only", "just", "wait", "help", "surprisingly");
    /** What begins another thought: a negation does not reach across. */
    private static final Set<String> NEW_THOUGHT = Set.of(
            "so",
            "and",
            "but",
            "then",
            "therefore",
            "because",
            "if",
            "or",
            "i",
            "we",
            "they",
            "you",
            "he",
            "she",
            "unless",
            "until",
            "while",
            "when",
            "which");

    private final List<Token> tokens;

    private Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    public static Tokens of(String text) {
        List<Token> tokens = new ArrayList<>();
        int last = 0;
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (!Letters.isLetterOrNumber(codePoint)) {
                at += Character.charCount(codePoint);
                continue;
            }
            int end = end(text, at);
            String plain = text.substring(at, end).toLowerCase(Locale.ROOT).replace('’', '\'');
            tokens.add(new Token(plain, at, end, pause(text, last, at)));
            last = end;
            at = end;
        }
        return new Tokens(tokens);
    }

    /** A word is letters, numbers and marks; behind an apostrophe or a hyphen stand letters alone. */
    private static int end(String text, int start) {
        int end = Letters.skipLettersNumbersMarks(text, start);
        while (end + 1 < text.length() && "'’-".indexOf(text.charAt(end)) >= 0 && Letters.isLetterAt(text, end + 1)) {
            end = Letters.skipLetters(text, end + 1);
        }
        return end;
    }

    int size() {
        return tokens.size();
    }

    Token get(int index) {
        return tokens.get(index);
    }

    /** Whether a negation just before it turns the word round. */
    boolean isNegated(int index) {
        if (NEW_THOUGHT.contains(tokens.get(index).word())) {
            return false;
        }
        for (int back = 1; back <= NEGATION_REACH && index - back >= 0; back++) {
            if (tokens.get(index - back + 1).before() != Token.Pause.NONE) {
                return false;
            }
            String word = tokens.get(index - back).word();
            if (turns(word)
                    && !HARMLESS_AFTER_NEGATION.contains(
                            tokens.get(index - back + 1).word())) {
                return true;
            }
            if (NEW_THOUGHT.contains(word)) {
                return false;
            }
        }
        return false;
    }

    private static boolean turns(String word) {
        return NEGATIONS.contains(word) || word.endsWith("n't");
    }

    private static Token.Pause pause(String text, int from, int to) {
        Token.Pause pause = Token.Pause.NONE;
        for (int i = from; i < to; i++) {
            char mark = text.charAt(i);
            if (ENDS_SENTENCE.indexOf(mark) >= 0) {
                return Token.Pause.LONG;
            }
            if (PAUSES.indexOf(mark) >= 0) {
                pause = Token.Pause.SHORT;
            }
        }
        return pause;
    }
}
