package org.upturn.engine.encoders;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of tokenizers, which saves a library: objects as maps, arrays as lists, numbers as doubles. */
final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** @throws EncoderException when it is not JSON */
    static @Nullable Object parse(String text) {
        try {
            Json json = new Json(text);
            json.skipSpace();
            return json.value();
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new EncoderException("The tokenizer.json is not JSON.");
        }
    }

    private @Nullable Object value() {
        return switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> object = new HashMap<>();
        at++;
        while (next() != '}') {
            String key = string();
            next();
            object.put(key, value());
        }
        at++;
        return object;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> array = new ArrayList<>();
        at++;
        while (next() != ']') {
            array.add(value());
        }
        at++;
        return array;
    }

    /** The next character that is neither white space nor parts two values. */
    private char next() {
        while (text.charAt(at) == ',' || text.charAt(at) == ':' || text.charAt(at) <= ' ') {
            at++;
        }
        return text.charAt(at);
    }

    private void skipSpace() {
        while (text.charAt(at) <= ' ' || text.charAt(at) == '\ufeff') {
            at++;
        }
    }

    private @Nullable Object word(String word, @Nullable Object meaning) {
        if (!text.startsWith(word, at)) {
            throw new NumberFormatException();
        }
        at += word.length();
        return meaning;
    }

    private Double number() {
        int from = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return Double.valueOf(text.substring(from, at));
    }

    private String string() {
        StringBuilder value = new StringBuilder();
        for (at++; text.charAt(at) != '"'; at++) {
            char character = text.charAt(at);
            value.append(character == '\\' ? escaped() : character);
        }
        at++;
        return value.toString();
    }

    private char escaped() {
        char character = text.charAt(++at);
        return switch (character) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(text, at - 3, at + 1, 16);
            }
            default -> character;
        };
    }
}
