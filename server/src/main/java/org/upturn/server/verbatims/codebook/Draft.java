package org.upturn.server.verbatims.codebook;

import java.util.Optional;
import java.util.UUID;
import org.upturn.engine.Theme;

/**
 * What a team is making of its codebook.
 *
 * @param number the version it will be
 * @param revision 0 when nobody has changed anything yet: then it is a copy of what is active
 * @param active what is read against now
 * @param content the themes as they are to be
 */
public record Draft(UUID codebook, int number, int revision, CodebookContent active, CodebookContent content) {
    /** Whether somebody has begun it. */
    public boolean isBegun() {
        return revision > 0;
    }

    public CodebookDiff changes() {
        return CodebookDiff.of(active, content);
    }

    public Optional<Theme> theme(String id) {
        return content.theme(id).map(VersionedTheme::theme);
    }

    /** A mark of a theme as it stands now, the same on every node; another one after it was changed. */
    public static String seen(Theme theme) {
        return Integer.toHexString(theme.toString().hashCode());
    }
}
