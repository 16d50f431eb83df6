package org.upturn.engine;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the comma-separated sets of the data folder for the tools that learn from them; quotes as in RFC 4180. */
final class Csv {
    /** Where the sets lie; {@code UPTURN_DATA} points elsewhere. */
    static final Path DATA = Path.of(System.getenv().getOrDefault("UPTURN_DATA", "/work/shared/data"));

    private static final int TRAIN_BELOW = 70;

    private Csv() {}

    static List<Map<String, String>> rows(String name) throws IOException {
        List<List<String>> lines = lines(new String(Files.readAllBytes(DATA.resolve(name)), StandardCharsets.UTF_8));
        List<String> header = lines.getFirst();
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < Math.min(header.size(), line.size()); i++) {
                row.put(header.get(i), line.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    /** Whether a text may be learned from, by the rule of the data folder's README. */
    static boolean isTrain(String text) {
        try {
            byte[] plain = text.strip().replaceAll("\\s+", " ").getBytes(StandardCharsets.UTF_8);
            BigInteger digest =
                    new BigInteger(1, MessageDigest.getInstance("MD5").digest(plain));
            return digest.mod(BigInteger.valueOf(100)).intValue() < TRAIN_BELOW;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<List<String>> lines(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = text.startsWith("\uFEFF") ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append(text.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted || (c != ',' && c != '\n' && c != '\r')) {
                field.append(c);
            } else if (c != '\r') {
                line.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            }
        }
        if (!line.isEmpty() || !field.isEmpty()) {
            line.add(field.toString());
            lines.add(line);
        }
        return lines;
    }
}
