package org.upturn.server.verbatims.codebook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.Theme;

/**
 * A theme as it stands in one version, with where it came from.
 *
 * @param formerly ids of the themes that were merged into it, over all versions
 * @param splitFrom id of the theme that it was split from, when it was
 */
public record VersionedTheme(
        Theme theme, List<String> formerly, @Nullable String splitFrom) {
    public VersionedTheme {
        formerly = List.copyOf(formerly);
    }

    /** A theme without a history. */
    public VersionedTheme(Theme theme) {
        this(theme, List.of(), null);
    }

    public String id() {
        return theme.id();
    }

    VersionedTheme with(Theme changed) {
        return new VersionedTheme(changed, formerly, splitFrom);
    }
}
