package org.upturn.server.verbatims.codebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.Codebook;
import org.upturn.engine.CodebookException;
import org.upturn.engine.CodebookFile;
import org.upturn.engine.Theme;

/**
 * A theme as somebody fills it in; empty texts mean that there is none.
 *
 * @param examples one a line
 */
public record ThemeForm(String name, String description, String examples, String gap, String owner, String parent) {
    /** The form of a theme that nobody has filled in yet. */
    public static final ThemeForm EMPTY = new ThemeForm("", "", "", "", "", "");

    public static ThemeForm of(Theme theme) {
        return new ThemeForm(
                theme.name(),
                theme.description(),
                String.join("\n", theme.examples().stream().map(ThemeForm::line).toList()),
                theme.gap() == null ? "" : theme.gap().word(),
                orEmpty(theme.owner()),
                orEmpty(theme.parent()));
    }

    /** An example as it stands in one line of the form. */
    static String line(String example) {
        return example.replaceAll("\\s+", " ").strip();
    }

    /** The examples one by one. */
    public List<String> lines() {
        return examples.lines().map(String::strip).filter(one -> !one.isEmpty()).toList();
    }

    /** The theme; its parent is looked at with the whole codebook. */
    Theme theme(String id) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", id);
        entry.put("name", name);
        entry.put("description", description);
        entry.put("examples", lines());
        entry.put("gap", gap);
        entry.put("owner", owner);
        try {
            Codebook alone = CodebookFile.of(Map.of("themes", List.of(entry)));
            Theme sound = alone.themes().getFirst();
            return new Theme(
                    id,
                    sound.name(),
                    sound.description(),
                    sound.examples(),
                    sound.gap(),
                    sound.owner(),
                    parent.isBlank() ? null : parent);
        } catch (CodebookException unusable) {
            throw CodebookProblems.unusable(unusable);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
