package org.upturn.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Themes below other themes: each parent stands in the same codebook, and nothing is its own ancestor. */
final class ThemeTree {
    private ThemeTree() {}

    static void check(List<Theme> themes) {
        Map<String, @Nullable String> parents = new HashMap<>();
        themes.forEach(theme -> parents.put(theme.id(), theme.parent()));
        for (Theme theme : themes) {
            if (theme.parent() != null && !parents.containsKey(theme.parent())) {
                throw new CodebookException(
                        "Theme '" + theme.id() + "', field 'parent': there is no theme with the id '" + theme.parent()
                                + "' in this codebook; name one of its themes or leave it out.");
            }
            checkAncestors(theme.id(), parents);
        }
    }

    private static void checkAncestors(String id, Map<String, @Nullable String> parents) {
        Set<String> passed = new HashSet<>();
        for (String at = id; at != null; at = parents.get(at)) {
            if (!passed.add(at)) {
                throw new CodebookException("Theme '" + id + "', field 'parent': the theme '" + at
                        + "' would stand below itself; leave one parent out.");
            }
        }
    }
}
