package org.upturn.engine.encoders;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** BERT's WordPiece tokenizer, keeping for each piece where it stood in the original text. */
public final class WordPiece implements Tokenizer {
    private static final int LONGEST_WORD = 100;
    /** Room for the letters that one character may fall into. */
    private static final int ROOM = LONGEST_WORD + 32;

    private static final byte LETTER = 0;
    private static final byte SPACE = 1;
    private static final byte ALONE = 2;
    private static final byte IGNORED = 3;
    private static final byte[] PLAIN_KINDS = plainKinds();

    private final Trie beginnings = new Trie();
    private final Trie continuations = new Trie();
    private final boolean lowerCase;
    private final int unknown;
    private final int opening;
    private final int closing;

    /**
     * @param vocabulary pieces with their numbers; those that continue a word begin with {@code ##}
     * @param lowerCase whether capitals and accents are taken off
     * @throws EncoderException when one of BERT's marks is missing
     */
    WordPiece(Map<String, Integer> vocabulary, boolean lowerCase) {
        this.lowerCase = lowerCase;
        this.unknown = mark(vocabulary, "[UNK]");
        this.opening = mark(vocabulary, "[CLS]");
        this.closing = mark(vocabulary, "[SEP]");
        vocabulary.forEach((piece, number) -> {
            if (piece.startsWith("##") && piece.length() > 2) {
                continuations.put(piece.substring(2), number);
            } else {
                beginnings.put(piece, number);
            }
        });
    }

    private static int mark(Map<String, Integer> vocabulary, String mark) {
        Integer number = vocabulary.get(mark);
        if (number == null) {
            throw new EncoderException(
                    "The vocabulary has no " + mark + ", so it is not one of a WordPiece tokenizer.");
        }
        return number;
    }

    @Override
    public int opening() {
        return opening;
    }

    @Override
    public int closing() {
        return closing;
    }

    @Override
    public List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>(text.length() / 4 + 4);
        Word word = new Word();
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            switch (kind(codePoint)) {
                case SPACE -> flush(word, pieces);
                case ALONE -> {
                    flush(word, pieces);
                    add(codePoint, at, next, word);
                    flush(word, pieces);
                }
                case LETTER -> add(codePoint, at, next, word);
                default -> {}
            }
            at = next;
        }
        flush(word, pieces);
        return pieces;
    }

    private void flush(Word word, List<Piece> pieces) {
        if (word.size > LONGEST_WORD) {
            pieces.add(new Piece(unknown, word.start, word.end));
        } else if (word.size > 0) {
            split(word, pieces);
        }
        word.size = 0;
    }

    /** Greedy longest match first; a word with a part that matches nothing is unknown as a whole. */
    private void split(Word word, List<Piece> pieces) {
        int first = pieces.size();
        int from = 0;
        while (from < word.size) {
            Trie trie = from == 0 ? beginnings : continuations;
            int node = Trie.ROOT;
            int number = Trie.NONE;
            int to = from;
            for (int at = from; at < word.size; at++) {
                node = trie.step(node, word.letters[at]);
                if (node == Trie.NONE) {
                    break;
                }
                if (trie.value(node) != Trie.NONE) {
                    number = trie.value(node);
                    to = at + 1;
                }
            }
            if (number == Trie.NONE) {
                pieces.subList(first, pieces.size()).clear();
                pieces.add(new Piece(unknown, word.start, word.end));
                return;
            }
            pieces.add(new Piece(number, word.starts[from], word.ends[to - 1]));
            from = to;
        }
    }

    private void add(int codePoint, int from, int to, Word word) {
        if (word.size == 0) {
            word.start = from;
        }
        word.end = to;
        if (word.size > LONGEST_WORD) {
            return;
        }
        int lower = lowerCase ? Character.toLowerCase(codePoint) : codePoint;
        if (lower < 128) {
            word.add((char) lower, from, to);
            return;
        }
        String plain = plain(lower);
        for (int i = 0; i < plain.length() && word.size < ROOM; i++) {
            word.add(plain.charAt(i), from, to);
        }
    }

    private String plain(int codePoint) {
        if (!lowerCase) {
            return Character.toString(codePoint);
        }
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFD)
                .codePoints()
                .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static byte kind(int codePoint) {
        return codePoint < PLAIN_KINDS.length ? PLAIN_KINDS[codePoint] : kindOfAny(codePoint);
    }

    private static byte[] plainKinds() {
        byte[] kinds = new byte[128];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = kindOfAny(i);
        }
        return kinds;
    }

    private static byte kindOfAny(int codePoint) {
        if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
            return SPACE;
        }
        if (standsAlone(codePoint)) {
            return ALONE;
        }
        return isIgnored(codePoint) ? IGNORED : LETTER;
    }

    private static boolean isIgnored(int codePoint) {
        int type = Character.getType(codePoint);
        return codePoint == 0
                || codePoint == 0xFFFD
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE;
    }

    private static boolean standsAlone(int codePoint) {
        if (codePoint < 128) {
            return codePoint > 32 && codePoint < 127 && !Character.isLetterOrDigit(codePoint);
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
        };
    }

    /** A word being gathered: its plain letters, and for each of them the place it came from. */
    private static final class Word {
        private final char[] letters = new char[ROOM];
        private final int[] starts = new int[ROOM];
        private final int[] ends = new int[ROOM];
        private int size;
        private int start;
        private int end;

        void add(char letter, int from, int to) {
            letters[size] = letter;
            starts[size] = from;
            ends[size++] = to;
        }
    }
}
