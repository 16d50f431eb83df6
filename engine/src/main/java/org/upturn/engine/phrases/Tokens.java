package org.upturn.engine.phrases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text in order. */
public final class Tokens {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*+(?:['’-][\\p{L}]++)*+");
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
        Matcher word = WORD.matcher(text);
        int last = 0;
        while (word.find()) {
            String plain = word.group().toLowerCase(Locale.ROOT).replace('’', '\'');
            tokens.add(new Token(plain, word.start(), word.end(), pause(text, last, word.start())));
            last = word.end();
        }
        return new Tokens(tokens);
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
