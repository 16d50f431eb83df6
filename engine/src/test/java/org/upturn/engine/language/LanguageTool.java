package org.upturn.engine.language;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes {@code language-pieces.bin} of the languages in Latin letters out of the table of ELD 2.1.0 (npm package {@code eld},
 * Apache-2.0, Nito T.M.). Arguments: its {@code src/dictionary.js}, its {@code src/ngrams/large.js}, the file to write.
 */
final class LanguageTool {
    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da", "no", "fi", "tr", "vi", "cs", "ro", "hu", "ms",
            "ca");
    private static final Pattern STRING = Pattern.compile("'((?:\\\\.|[^'\\\\])*)'");
    private static final Pattern CODE = Pattern.compile("(\\d+):'(\\w\\w)'");
    private static final Pattern PIECE =
            Pattern.compile("(?:'((?:\\\\.|[^'\\\\])*)'|\"([^\"]*)\"|([\\w$\\u00a0-\\uffff]+)):\\{([\\d:,]+)\\}");

    private LanguageTool() {}

    public static void main(String[] args) throws IOException {
        Map<Character, Integer> bytes = bytes(Files.readString(Path.of(args[0])));
        String source = Files.readString(Path.of(args[1]));
        Map<String, Integer> wanted = new HashMap<>();
        Matcher code = CODE.matcher(source.substring(0, source.indexOf("ngrams:{")));
        while (code.find()) {
            if (LANGUAGES.contains(code.group(2))) {
                wanted.put(code.group(1), LANGUAGES.indexOf(code.group(2)));
            }
        }
        TreeMap<Long, List<Integer>> table = table(source.substring(source.indexOf("ngrams:{")), bytes, wanted);
        Files.write(Path.of(args[2]), written(table));
        System.out.println(table.size() + " pieces of " + wanted.size() + " languages");
    }

    private static Map<Character, Integer> bytes(String dictionary) {
        Map<Character, Integer> bytes = new HashMap<>();
        Matcher entry = STRING.matcher(dictionary.substring(dictionary.indexOf('[')));
        for (int value = 0; entry.find(); value++) {
            bytes.putIfAbsent(plain(entry.group(1)).charAt(0), value);
        }
        bytes.put(' ', (int) ' ');
        return bytes;
    }

    private static String plain(String quoted) {
        return quoted.replaceAll("\\\\(.)", "$1");
    }

    private static TreeMap<Long, List<Integer>> table(
            String source, Map<Character, Integer> bytes, Map<String, Integer> wanted) {
        TreeMap<Long, List<Integer>> table = new TreeMap<>();
        Matcher piece = PIECE.matcher(source);
        while (piece.find()) {
            String key = piece.group(1) != null
                    ? plain(piece.group(1))
                    : piece.group(2) != null ? piece.group(2) : piece.group(3);
            long packed = 0;
            for (char character : key.toCharArray()) {
                packed = packed << 8 | bytes.get(character);
            }
            List<Integer> figures = new ArrayList<>();
            for (String figure : piece.group(4).split(",")) {
                String[] parts = figure.split(":");
                if (wanted.containsKey(parts[0])) {
                    figures.add(wanted.get(parts[0]));
                    figures.add(Integer.valueOf(parts[1]));
                }
            }
            if (!figures.isEmpty()) {
                table.put(packed, figures);
            }
        }
        return table;
    }

    private static byte[] written(TreeMap<Long, List<Integer>> table) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(LANGUAGES.size());
        for (String language : LANGUAGES) {
            out.writeBytes(language);
        }
        out.writeInt(table.size());
        for (Map.Entry<Long, List<Integer>> piece : table.entrySet()) {
            out.writeLong(piece.getKey());
            out.writeByte(piece.getValue().size() / 2);
            for (int figure : piece.getValue()) {
                out.writeByte(figure);
            }
        }
        return bytes.toByteArray();
    }
}
