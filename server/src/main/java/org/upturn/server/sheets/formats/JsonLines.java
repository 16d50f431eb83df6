package org.upturn.server.sheets.formats;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.upturn.server.sheets.SheetException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file with one JSON object a line, written out as CSV: {@code {"person": {"email": …}}} fills the column
 * {@code person.email}, a list becomes its values with commas between them. Lines that Singer taps write are taken by
 * their {@code record}. Line n is row n + 1 of the table, below the names of the columns.
 */
public final class JsonLines {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_LINE = 1_000_000;
    private static final int MOST_COLUMNS = 500;

    private JsonLines() {}

    /** Whether the first characters look like it. */
    public static boolean isOne(String head) {
        String first = head.strip().lines().findFirst().orElse("").strip();
        if (!first.startsWith("{") || !first.endsWith("}")) {
            return false;
        }
        return read(first) != null;
    }

    public static void write(Path file, Charset charset, Path csv) throws IOException {
        Set<String> columns = columns(file, charset);
        try (BufferedReader reader = TextFile.open(file, charset);
                var writer = CsvWriter.builder().build(csv, StandardCharsets.UTF_8)) {
            writer.writeRecord(columns);
            for (String line = line(reader); line != null; line = line(reader)) {
                Map<String, String> found = read(line);
                if (found == null && !line.isBlank()) {
                    // One cell too many: the row comes back as one that does not fit.
                    writer.writeRecord(broken(line, columns.size()));
                } else {
                    writer.writeRecord(columns.stream()
                            .map(column -> found == null ? "" : found.getOrDefault(column, ""))
                            .toList());
                }
            }
        }
    }

    private static List<String> broken(String line, int columns) {
        var cells = new ArrayList<>(java.util.Collections.nCopies(columns, ""));
        cells.set(0, line.length() <= 500 ? line : line.substring(0, 500) + "…");
        cells.add("?");
        return cells;
    }

    private static Set<String> columns(Path file, Charset charset) throws IOException {
        var columns = new LinkedHashSet<String>();
        try (BufferedReader reader = TextFile.open(file, charset)) {
            for (String line = line(reader); line != null; line = line(reader)) {
                Map<String, String> found = read(line);
                if (found != null) {
                    columns.addAll(found.keySet());
                }
                if (columns.size() > MOST_COLUMNS) {
                    throw new SheetException("sheet.json.columns", MOST_COLUMNS);
                }
            }
        }
        return columns;
    }

    private static @Nullable String line(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() < 0) {
            return null;
        }
        reader.reset();
        return TextFile.line(reader, LONGEST_LINE);
    }

    private static @Nullable Map<String, String> read(String line) {
        if (line.isBlank()) {
            return null;
        }
        try {
            JsonNode node = JSON.readTree(line);
            JsonNode row = node.has("record") && node.has("type") ? node.get("record") : node;
            if (!row.isObject() || node.has("type") && !node.has("record") && node.has("stream")) {
                return null;
            }
            var cells = new LinkedHashMap<String, String>();
            flatten("", row, cells);
            return cells;
        } catch (JacksonException broken) {
            return null;
        }
    }

    private static void flatten(String path, JsonNode node, Map<String, String> cells) {
        node.properties().forEach(one -> {
            String name = path.isEmpty() ? one.getKey() : path + "." + one.getKey();
            JsonNode value = one.getValue();
            if (value.isObject()) {
                flatten(name, value, cells);
            } else {
                cells.put(name, text(value));
            }
        });
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            var all = new ArrayList<String>();
            value.forEach(one -> all.add(one.isObject() ? one.toString() : text(one)));
            return String.join(", ", all);
        }
        return value.isNull()
                ? ""
                : value.isNumber() ? value.decimalValue().stripTrailingZeros().toPlainString() : value.asString();
    }
}
