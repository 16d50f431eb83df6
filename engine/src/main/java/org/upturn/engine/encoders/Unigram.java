package org.upturn.engine.encoders;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * A Unigram (SentencePiece) tokenizer: of all ways to cut a word into pieces, the likeliest (Kudo, 2018). Words are parted by white
 * space and begin with {@code ▁}; characters are brought to Unicode's form NFKC one by one, as SentencePiece's usual table does.
 */
public final class Unigram implements Tokenizer {
    private static final char BEGIN = '▁';
    /** What an unknown character costs beside the unlikeliest piece, as in SentencePiece. */
    private static final double UNKNOWN_COST = 10;

    /** Longer words are cut, so that no text can hang the program. */
    private static final int LONGEST_WORD = 500;

    private final Trie trie = new Trie();
    private final double[] scores;
    private final double unknownScore;
    private final int unknown;
    private final int opening;
    private final int closing;

    /**
     * @param pieces in the order of their numbers
     * @param scores log-probability of each
     * @param unknown number of the piece for what is unknown
     */
    Unigram(List<String> pieces, double[] scores, int unknown, int opening, int closing) {
        this.scores = scores;
        this.unknown = unknown;
        this.opening = opening;
        this.closing = closing;
        for (int i = 0; i < scores.length; i++) {
            if (i != unknown && i != opening && i != closing && !pieces.get(i).isEmpty()) {
                trie.put(pieces.get(i), i);
            }
        }
        unknownScore = Arrays.stream(scores).min().orElse(0) - UNKNOWN_COST;
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
        for (int at = 0, next; at < text.length(); at = next) {
            int codePoint = text.codePointAt(at);
            next = at + Character.charCount(codePoint);
            if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
                flush(word, pieces);
            } else if (Character.getType(codePoint) != Character.CONTROL && codePoint != 0xFEFF) {
                if (word.letters.length() > LONGEST_WORD) {
                    flush(word, pieces);
                }
                word.add(codePoint, at, next);
            }
        }
        flush(word, pieces);
        return pieces;
    }

    private void flush(Word word, List<Piece> pieces) {
        if (word.letters.length() > 1) {
            split(word, pieces);
        }
        word.clear();
    }

    private void split(Word word, List<Piece> pieces) {
        int size = word.letters.length();
        double[] best = new double[size + 1];
        int[] begins = new int[size + 1];
        int[] numbers = new int[size + 1];
        Arrays.fill(best, 1, size + 1, Double.NEGATIVE_INFINITY);
        for (int from = 0; from < size; from++) {
            if (best[from] == Double.NEGATIVE_INFINITY) {
                continue;
            }
            int node = Trie.ROOT;
            for (int at = from; at < size; at++) {
                node = trie.step(node, word.letters.charAt(at));
                if (node == Trie.NONE) {
                    break;
                }
                int number = trie.value(node);
                if (number != Trie.NONE && best[from] + scores[number] > best[at + 1]) {
                    best[at + 1] = best[from] + scores[number];
                    begins[at + 1] = from;
                    numbers[at + 1] = number;
                }
            }
            int whole = Character.charCount(word.letters.codePointAt(from));
            if (best[from] + unknownScore > best[from + whole]) {
                best[from + whole] = best[from] + unknownScore;
                begins[from + whole] = from;
                numbers[from + whole] = unknown;
            }
        }
        add(word, begins, numbers, pieces);
    }

    /** Unknown characters side by side are one unknown piece. */
    private void add(Word word, int[] begins, int[] numbers, List<Piece> pieces) {
        Deque<Piece> found = new ArrayDeque<>();
        for (int to = word.letters.length(); to > 0; to = begins[to]) {
            Piece piece = new Piece(numbers[to], word.starts.get(begins[to]), word.ends.get(to - 1));
            Piece after = found.peekFirst();
            if (piece.id() == unknown && after != null && after.id() == unknown) {
                found.removeFirst();
                piece = new Piece(unknown, piece.start(), after.end());
            }
            found.addFirst(piece);
        }
        pieces.addAll(found);
    }

    /** A word being gathered behind its {@code ▁}, and where each letter came from. */
    private static final class Word {
        private final StringBuilder letters = new StringBuilder();
        private final List<Integer> starts = new ArrayList<>();
        private final List<Integer> ends = new ArrayList<>();

        void add(int codePoint, int from, int to) {
            if (letters.isEmpty()) {
                add(String.valueOf(BEGIN), from, from);
            }
            add(
                    codePoint < 128
                            ? Character.toString(codePoint)
                            : Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC)
                                    .replace(" ", ""),
                    from,
                    to);
        }

        private void add(String text, int from, int to) {
            letters.append(text);
            for (int i = 0; i < text.length(); i++) {
                starts.add(from);
                ends.add(to);
            }
        }

        void clear() {
            letters.setLength(0);
            starts.clear();
            ends.clear();
        }
    }
}
