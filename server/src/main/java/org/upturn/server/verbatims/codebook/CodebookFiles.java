package org.upturn.server.verbatims.codebook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.Codebook;
import org.upturn.engine.CodebookException;
import org.upturn.engine.CodebookFile;
import org.upturn.engine.Theme;
import org.upturn.server.sheets.GuardedTable;
import org.upturn.server.sheets.Line;
import org.upturn.server.sheets.Sheet;
import org.upturn.server.sheets.SheetException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A codebook as a file: YAML as the engine writes it, JSON of the same shape with what was merged and split, or a table
 * with one theme a row whose examples stand in one cell, {@code " | "} between them. What is written in one of them is
 * read back the same.
 */
public final class CodebookFiles {
    private static final List<String> COLUMNS =
            List.of("id", "name", "description", "examples", "gap", "owner", "parent");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CodebookFiles() {}

    public static byte[] write(CodebookFormat format, CodebookContent content) {
        return switch (format) {
            case YAML -> CodebookFile.write(content.codebook()).getBytes(StandardCharsets.UTF_8);
            case JSON -> JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json(content));
            case CSV ->
                GuardedTable.write(
                        COLUMNS,
                        content.themes().stream().map(one -> row(one.theme())).toList());
        };
    }

    /**
     * Reads an upload of any form.
     *
     * @param name the codebook's name when the file has none
     */
    public static CodebookContent read(String fileName, byte[] bytes, String name) {
        String begins = new String(bytes, 0, Math.min(bytes.length, 20), StandardCharsets.UTF_8);
        return read(CodebookFormat.guess(fileName, begins.replace("\uFEFF", "").strip()), bytes, name);
    }

    public static CodebookContent read(CodebookFormat format, byte[] bytes, String name) {
        try {
            return switch (format) {
                case YAML -> CodebookContent.of(CodebookFile.read(new ByteArrayInputStream(bytes)));
                case JSON -> ofJson(bytes, name);
                case CSV -> CodebookContent.of(CodebookFile.of(ofTable(bytes, name)));
            };
        } catch (CodebookException unusable) {
            throw CodebookProblems.unusable(unusable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> json(CodebookContent content) {
        var file = new LinkedHashMap<String, Object>();
        file.put("name", content.name());
        file.put("themes", content.themes().stream().map(CodebookFiles::entry).toList());
        return file;
    }

    private static Map<String, Object> entry(VersionedTheme one) {
        Map<String, Object> entry = CodebookFile.entry(one.theme());
        if (!one.formerly().isEmpty()) {
            entry.put("formerly", one.formerly());
        }
        if (one.splitFrom() != null) {
            entry.put("splitFrom", one.splitFrom());
        }
        return entry;
    }

    private static CodebookContent ofJson(byte[] bytes, String name) {
        Map<String, Object> file = parsed(bytes);
        file.putIfAbsent("name", name);
        var histories = new ArrayList<Map<?, ?>>();
        if (file.get("themes") instanceof List<?> themes) {
            for (Object theme : themes) {
                histories.add(theme instanceof Map<?, ?> fields ? new LinkedHashMap<>(fields) : Map.of());
                if (theme instanceof Map<?, ?> fields) {
                    fields.remove("formerly");
                    fields.remove("splitFrom");
                }
            }
        }
        Codebook codebook = CodebookFile.of(file);
        var themes = new ArrayList<VersionedTheme>();
        for (int i = 0; i < codebook.themes().size(); i++) {
            themes.add(withHistory(codebook.themes().get(i), histories.get(i)));
        }
        return new CodebookContent(codebook.name(), themes);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> parsed(byte[] bytes) {
        try {
            Map<String, Object> file = JSON.readValue(bytes, LinkedHashMap.class);
            if (file == null) {
                throw CodebookProblems.notJson();
            }
            return file;
        } catch (JacksonException unreadable) {
            throw CodebookProblems.notJson();
        }
    }

    private static VersionedTheme withHistory(Theme theme, Map<?, ?> fields) {
        List<String> formerly = fields.get("formerly") instanceof List<?> ids
                ? ids.stream().map(String::valueOf).toList()
                : List.of();
        String splitFrom = fields.get("splitFrom") instanceof String id ? id : null;
        return new VersionedTheme(theme, formerly, splitFrom);
    }

    private static List<String> row(Theme theme) {
        return Stream.of(
                        theme.id(),
                        theme.name(),
                        theme.description(),
                        ExampleCell.joined(theme.examples()),
                        theme.gap() == null ? "" : theme.gap().word(),
                        theme.owner(),
                        theme.parent())
                .map(cell -> cell == null ? "" : cell)
                .toList();
    }

    private static Map<String, Object> ofTable(byte[] bytes, String name) {
        try (Sheet sheet = Sheet.open(new ByteArrayInputStream(bytes))) {
            List<String> columns = sheet.columns().stream()
                    .map(one -> one.toLowerCase(java.util.Locale.ROOT))
                    .toList();
            Stream.of("id", "name")
                    .filter(one -> !columns.contains(one))
                    .findFirst()
                    .ifPresent(missing -> {
                        throw CodebookProblems.columnMissing(missing);
                    });
            try (Stream<Line> lines = sheet.lines()) {
                return Map.of(
                        "name",
                        name,
                        "themes",
                        lines.map(line -> entry(columns, line)).toList());
            }
        } catch (SheetException unreadable) {
            throw CodebookProblems.notATable(unreadable.message());
        }
    }

    private static Map<String, @Nullable Object> entry(List<String> columns, Line line) {
        if (line instanceof Line.Broken broken) {
            throw CodebookProblems.brokenRow(broken.row().number(), broken.message());
        }
        var entry = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < columns.size(); i++) {
            String cell = GuardedTable.bare(line.row().cells().get(i));
            if (COLUMNS.contains(columns.get(i))) {
                entry.put(columns.get(i), columns.get(i).equals("examples") ? ExampleCell.split(cell) : cell);
            }
        }
        return entry;
    }
}
