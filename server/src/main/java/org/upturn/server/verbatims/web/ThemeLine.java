package org.upturn.server.verbatims.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.Theme;
import org.upturn.server.verbatims.codebook.CodebookContent;
import org.upturn.server.verbatims.codebook.CodebookDiff;
import org.upturn.server.verbatims.codebook.Draft;
import org.upturn.server.verbatims.codebook.VersionedTheme;

/**
 * A theme in a list in which themes stand below their parents.
 *
 * @param depth 0 for one that stands by itself
 * @param named how many answers of the latest wave name it
 * @param edit {@code added} or {@code changed} in a draft, else empty
 */
public record ThemeLine(VersionedTheme entry, int depth, long named, boolean first, boolean last, String edit) {
    /** So deep a theme is shown set in; deeper ones stand there too. */
    private static final int DEEPEST = 3;

    public Theme theme() {
        return entry.theme();
    }

    public String id() {
        return entry.id();
    }

    /** Its place on the page. */
    public String anchor() {
        return anchor(id());
    }

    static String anchor(String id) {
        return "theme-" + Integer.toHexString(id.hashCode());
    }

    /** Its id as it stands in an address. */
    public String address() {
        return URLEncoder.encode(id(), StandardCharsets.UTF_8);
    }

    public int shownDepth() {
        return Math.min(depth, DEEPEST);
    }

    /** As they are read now. */
    static List<ThemeLine> of(CodebookContent content, Map<String, Long> named) {
        return below(content, null, 0, named, null);
    }

    /** As they are edited. */
    static List<ThemeLine> of(Draft draft) {
        return below(draft.content(), null, 0, Map.of(), draft.changes());
    }

    private static List<ThemeLine> below(
            CodebookContent content,
            @Nullable String parent,
            int depth,
            Map<String, Long> named,
            @Nullable CodebookDiff changes) {
        List<VersionedTheme> siblings = content.themes().stream()
                .filter(one -> Objects.equals(one.theme().parent(), parent))
                .toList();
        var lines = new ArrayList<ThemeLine>();
        for (VersionedTheme one : siblings) {
            lines.add(new ThemeLine(
                    one,
                    depth,
                    named.getOrDefault(one.id(), 0L),
                    one == siblings.getFirst(),
                    one == siblings.getLast(),
                    edit(one.id(), changes)));
            lines.addAll(below(content, one.id(), depth + 1, named, changes));
        }
        return lines;
    }

    private static String edit(String id, @Nullable CodebookDiff changes) {
        if (changes == null) {
            return "";
        }
        if (changes.added().stream().anyMatch(one -> one.theme().id().equals(id))) {
            return "added";
        }
        boolean changed = changes.changed().stream()
                        .anyMatch(one -> one.after().id().equals(id))
                || changes.merged().stream().anyMatch(one -> one.into().id().equals(id));
        return changed ? "changed" : "";
    }
}
