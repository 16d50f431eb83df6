package org.upturn.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;

/**
 * The YAML form of a codebook:
 *
 * <pre>
 * name: Our codebook
 * themes:
 *   - id: slow-response               # stable key, one line
 *     name: Slow response
 *     description: Nobody answers, or only after days.
 *     examples: [I waited a week for a reply]   # may be left out
 *     gap: feedback-loop              # delivery, feedback-loop or access; may be left out
 *     owner: support manager          # e-mail or role; may be left out
 *     parent: support                 # id of another theme of the file; may be left out
 * </pre>
 *
 * Only plain data is read, at most {@value #LARGEST_FILE} bytes, {@value #MOST_THEMES} themes and {@value #MOST_EXAMPLES}
 * examples a theme. Unknown fields are an error, for they are mostly misspelt ones.
 */
public final class CodebookFile {
    static final int LARGEST_FILE = 1_000_000;
    static final int MOST_THEMES = 500;
    static final int MOST_EXAMPLES = 200;
    static final int LONGEST_TEXT = 4_000;

    private static final String ID_FORM = "\\P{Cntrl}{1,100}";
    private static final Set<String> FIELDS = Set.of("id", "name", "description", "examples", "gap", "owner", "parent");

    private CodebookFile() {}

    /** Reads a codebook from UTF-8 YAML; the stream is left open. */
    public static Codebook read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
        if (bytes.length > LARGEST_FILE) {
            throw new CodebookException(
                    "The codebook is larger than " + LARGEST_FILE + " bytes: shorten its examples.");
        }
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new CodebookException("The codebook is not UTF-8 text: save it again as UTF-8.", e);
        }
    }

    /** Reads a codebook from YAML text. */
    public static Codebook parse(String yaml) {
        if (yaml.isBlank()) {
            throw new CodebookException("The codebook is empty: it begins with 'name:' and 'themes:'.");
        }
        if (!(load(yaml) instanceof Map<?, ?> file)) {
            throw new CodebookException("A codebook begins with 'name:' and 'themes:'; this file has neither.");
        }
        return of(file);
    }

    /**
     * Makes a codebook of plain data that came in any form: maps, lists and texts under the names that the YAML form
     * has.
     */
    public static Codebook of(Map<?, ?> file) {
        if (!(file.get("themes") instanceof List<?> entries) || entries.isEmpty()) {
            throw new CodebookException("The codebook has no themes: add a list under 'themes:'.");
        }
        if (entries.size() > MOST_THEMES) {
            throw new CodebookException(
                    "The codebook has " + entries.size() + " themes; at most " + MOST_THEMES + " can be read.");
        }
        List<Theme> themes = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            Theme theme = theme(entries.get(i), i + 1);
            if (!ids.add(theme.id())) {
                throw new CodebookException("Theme " + (i + 1) + ": the id '" + theme.id()
                        + "' is taken by an earlier theme: give each theme its own.");
            }
            String same = names.putIfAbsent(theme.name().strip().toLowerCase(Locale.ROOT), theme.id());
            if (same != null) {
                throw new CodebookException("Theme '" + theme.id() + "': the theme '" + same + "' has the name '"
                        + theme.name() + "' too: merge them, or name them so that they can be told apart.");
            }
            themes.add(theme);
        }
        ThemeTree.check(themes);
        return new Codebook(ThemeEntry.text(file.get("name"), "The codebook", "name", "Codebook"), themes);
    }

    /** Writes a codebook so that {@link #parse} gives the same one back. */
    public static String write(Codebook codebook) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("name", codebook.name());
        file.put("themes", codebook.themes().stream().map(CodebookFile::entry).toList());
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setWidth(120);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setSplitLines(false);
        return new Yaml(new Representer(options), options).dump(file);
    }

    /** A theme as plain data, under the names that the YAML form has; what it does not have is left out. */
    public static Map<String, Object> entry(Theme theme) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", theme.id());
        entry.put("name", theme.name());
        entry.put("description", theme.description());
        if (!theme.examples().isEmpty()) {
            entry.put("examples", theme.examples());
        }
        if (theme.gap() != null) {
            entry.put("gap", theme.gap().word());
        }
        if (theme.owner() != null) {
            entry.put("owner", theme.owner());
        }
        if (theme.parent() != null) {
            entry.put("parent", theme.parent());
        }
        return entry;
    }

    private static @Nullable Object load(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST_FILE);
        options.setMaxAliasesForCollections(0);
        options.setAllowDuplicateKeys(false);
        options.setNestingDepthLimit(10);
        try {
            return new Yaml(new SafeConstructor(options)).load(yaml);
        } catch (MarkedYAMLException e) {
            String place = e.getProblemMark() == null
                    ? ""
                    : " at line " + (e.getProblemMark().getLine() + 1);
            throw new CodebookException(
                    "The codebook is not valid YAML" + place + ": " + e.getProblem()
                            + ". Texts with a colon or a quotation mark belong in quotation marks.",
                    e);
        } catch (YAMLException e) {
            throw new CodebookException("The codebook is not valid YAML: " + e.getMessage(), e);
        }
    }

    private static Theme theme(@Nullable Object entry, int number) {
        if (!(entry instanceof Map<?, ?> fields)) {
            throw new CodebookException(
                    "Theme " + number + " is not a list of fields: write '- id: …', 'name: …' below.");
        }
        ThemeEntry theme = new ThemeEntry(fields, "Theme " + number);
        String id = theme.required("id");
        if (!id.matches(ID_FORM)) {
            throw new CodebookException(
                    "Theme " + number + ", field 'id': '" + id + "' should be one line of at most 100 characters.");
        }
        theme = new ThemeEntry(fields, "Theme '" + id + "'");
        theme.refuseUnknown(FIELDS);
        return new Theme(
                id,
                theme.required("name"),
                theme.optional("description", ""),
                theme.list("examples", MOST_EXAMPLES),
                theme.gap(),
                theme.absentOr("owner"),
                theme.absentOr("parent"));
    }
}
