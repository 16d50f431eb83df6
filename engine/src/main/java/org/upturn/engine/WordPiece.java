package org.upturn.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The BERT uncased WordPiece tokenizer that the model was trained with, keeping for each piece where it stood in the
 * original text.
 */
final class WordPiece {
    static final int CLASSIFY = 101;
    static final int SEPARATE = 102;
    private static final int UNKNOWN = 100;
    private static final int LONGEST_WORD = 100;
    private static final String RESOURCE = "/all-minilm-l6-v2-q-tokenizer.json";

    private final Map<String, Integer> vocabulary;

    private WordPiece(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** One piece of a word: its number in the vocabulary and where its word part stands in the text. */
    record Piece(int id, int start, int end) {}

    static WordPiece load() {
        try (InputStream in = WordPiece.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The jar with " + RESOURCE + " is missing from the class path");
            }
            return new WordPiece(VocabularyJson.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All pieces of the text, in order, without the classification and separation marks. */
    List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>(text.length() / 4 + 4);
        Word word = new Word();
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            if (isSpace(codePoint)) {
                flush(word, pieces);
            } else if (standsAlone(codePoint)) {
                flush(word, pieces);
                word.add(codePoint, at, next);
                flush(word, pieces);
            } else if (!isIgnored(codePoint)) {
                word.add(codePoint, at, next);
            }
            at = next;
        }
        flush(word, pieces);
        return pieces;
    }

    private void flush(Word word, List<Piece> pieces) {
        if (word.letters.length() > LONGEST_WORD) {
            pieces.add(new Piece(UNKNOWN, word.start, word.end));
        } else if (!word.letters.isEmpty()) {
            split(word, pieces);
        }
        word.clear();
    }

    /** Greedy longest match first; a word with a part that matches nothing is unknown as a whole. */
    private void split(Word word, List<Piece> pieces) {
        int first = pieces.size();
        int from = 0;
        while (from < word.letters.length()) {
            int to = word.letters.length();
            Integer id = null;
            while (to > from) {
                String part = word.letters.substring(from, to);
                id = vocabulary.get(from == 0 ? part : "##" + part);
                if (id != null) {
                    break;
                }
                to--;
            }
            if (id == null) {
                pieces.subList(first, pieces.size()).clear();
                pieces.add(new Piece(UNKNOWN, word.start, word.end));
                return;
            }
            pieces.add(new Piece(id, word.origins.get(from), word.ends.get(to - 1)));
            from = to;
        }
    }

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
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
        private final StringBuilder letters = new StringBuilder();
        private final List<Integer> origins = new ArrayList<>();
        private final List<Integer> ends = new ArrayList<>();
        private int start;
        private int end;

        void add(int codePoint, int from, int to) {
            if (letters.isEmpty()) {
                start = from;
            }
            end = to;
            if (letters.length() > LONGEST_WORD) {
                return;
            }
            String plain = plain(codePoint);
            letters.append(plain);
            for (int i = 0; i < plain.length(); i++) {
                origins.add(from);
                ends.add(to);
            }
        }

        void clear() {
            letters.setLength(0);
            origins.clear();
            ends.clear();
        }

        private static String plain(int codePoint) {
            int lower = Character.toLowerCase(codePoint);
            if (lower < 128) {
                return Character.toString(lower);
            }
            StringBuilder plain = new StringBuilder();
            Normalizer.normalize(Character.toString(lower), Normalizer.Form.NFD)
                    .codePoints()
                    .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
                    .forEach(plain::appendCodePoint);
            return plain.toString();
        }
    }

    /** Reads just the vocabulary out of a Hugging Face tokenizer.json, which saves a JSON library. */
    private static final class VocabularyJson {
        private final String json;
        private int at;

        private VocabularyJson(String json, int at) {
            this.json = json;
            this.at = at;
        }

        static Map<String, Integer> parse(String json) {
            int key = json.indexOf("\"vocab\"");
            return new VocabularyJson(json, json.indexOf('{', key) + 1).entries();
        }

        private Map<String, Integer> entries() {
            Map<String, Integer> vocabulary = HashMap.newHashMap(32_000);
            while (json.charAt(skipTo("\"}")) != '}') {
                String piece = string();
                skipTo("0123456789");
                int from = at;
                while (Character.isDigit(json.charAt(at))) {
                    at++;
                }
                vocabulary.put(piece, Integer.parseInt(json, from, at, 10));
            }
            return vocabulary;
        }

        private int skipTo(String stops) {
            while (stops.indexOf(json.charAt(at)) < 0) {
                at++;
            }
            return at;
        }

        private String string() {
            StringBuilder value = new StringBuilder();
            for (at++; json.charAt(at) != '"'; at++) {
                char character = json.charAt(at);
                if (character == '\\') {
                    character = json.charAt(++at);
                    if (character == 'u') {
                        character = (char) Integer.parseInt(json, at + 1, at + 5, 16);
                        at += 4;
                    }
                }
                value.append(character);
            }
            at++;
            return value.toString();
        }
    }
}
