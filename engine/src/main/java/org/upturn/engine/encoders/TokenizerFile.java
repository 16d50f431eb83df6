package org.upturn.engine.encoders;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the tokenizer that comes with a model: Hugging Face's tokenizer.json, or BERT's vocab.txt. */
public final class TokenizerFile {
    private static final String ACCEPTED =
            " A tokenizer.json with a WordPiece or Unigram model, or a vocab.txt, can be used.";

    private TokenizerFile() {}

    /**
     * Reads a tokenizer.json.
     *
     * @throws EncoderException when it holds another kind of tokenizer
     */
    public static Tokenizer json(String text) {
        Map<?, ?> file = object(Json.parse(text));
        Map<?, ?> model = object(file.get("model"));
        Object type = model.get("type");
        if (model.get("vocab") instanceof Map<?, ?> vocabulary && (type == null || type.equals("WordPiece"))) {
            return wordPiece(vocabulary, object(file.get("normalizer")).get("lowercase"));
        }
        if (model.get("vocab") instanceof List<?> vocabulary && (type == null || type.equals("Unigram"))) {
            return unigram(vocabulary, model.get("unk_id"), file.get("added_tokens"));
        }
        throw new EncoderException("The tokenizer.json holds a tokenizer of the kind " + type + "." + ACCEPTED);
    }

    /** Reads a vocab.txt, one piece a line. Capitals are kept when a piece has one. */
    public static Tokenizer lines(String text) {
        Map<String, Integer> vocabulary = new HashMap<>();
        for (String piece : text.split("\r?\n")) {
            vocabulary.putIfAbsent(piece, vocabulary.size());
        }
        boolean capitals = vocabulary.keySet().stream()
                .anyMatch(piece -> !piece.startsWith("[") && piece.codePoints().anyMatch(Character::isUpperCase));
        return new WordPiece(vocabulary, !capitals);
    }

    private static Tokenizer wordPiece(Map<?, ?> pieces, @Nullable Object lowerCase) {
        Map<String, Integer> vocabulary = HashMap.newHashMap(pieces.size());
        pieces.forEach((piece, number) -> vocabulary.put((String) piece, ((Number) number).intValue()));
        return new WordPiece(vocabulary, !Boolean.FALSE.equals(lowerCase));
    }

    private static Tokenizer unigram(List<?> entries, @Nullable Object unknown, @Nullable Object added) {
        List<String> pieces = new ArrayList<>(entries.size());
        double[] scores = new double[entries.size()];
        for (Object entry : entries) {
            if (!(entry instanceof List<?> pair
                    && pair.size() == 2
                    && pair.get(0) instanceof String piece
                    && pair.get(1) instanceof Number score)) {
                throw new EncoderException("The vocabulary of the tokenizer.json is not a list of pieces and scores.");
            }
            scores[pieces.size()] = score.doubleValue();
            pieces.add(piece);
        }
        int none = unknown instanceof Number number ? number.intValue() : pieces.indexOf("<unk>");
        return new Unigram(
                pieces, scores, none, mark(pieces, added, "<s>", "[CLS]"), mark(pieces, added, "</s>", "[SEP]"));
    }

    private static int mark(List<String> pieces, @Nullable Object added, String... names) {
        for (String name : names) {
            if (added instanceof List<?> tokens) {
                for (Object token : tokens) {
                    Map<?, ?> one = object(token);
                    if (name.equals(one.get("content")) && one.get("id") instanceof Number number) {
                        return number.intValue();
                    }
                }
            }
            if (pieces.contains(name)) {
                return pieces.indexOf(name);
            }
        }
        throw new EncoderException("The tokenizer has no mark " + String.join(" or ", names) + ".");
    }

    private static Map<?, ?> object(@Nullable Object value) {
        return value instanceof Map<?, ?> object ? object : Map.of();
    }
}
