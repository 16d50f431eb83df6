package org.upturn.server.insights;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.Theme;
import org.upturn.server.changes.Change;
import org.upturn.server.surveys.Program;

/**
 * All that is known of a theme as the codebook in use has it.
 *
 * @param parent the theme that it belongs to, when it belongs to one
 * @param below the themes that belong to it
 * @param waves that somebody answered, the earliest first
 * @param shown the one of them that is looked at; null while nobody has answered
 * @param related themes that come with it more often than chance would bring them, the highest lift first
 * @param segments where it is named most, those that stand out above all answers
 * @param changes made for it, or for a theme that was merged into it, the first first
 */
public record ThemeStory(
        Program program,
        Theme theme,
        @Nullable Theme parent,
        List<Theme> below,
        List<ThemeWave> waves,
        @Nullable ThemeWave shown,
        List<RelatedTheme> related,
        List<ThemeSegment> segments,
        List<Change> changes) {
    /** What it weighs in the wave looked at; null while nobody has answered. */
    public @Nullable ThemeFigures figures() {
        return shown == null
                ? null
                : new ThemeFigures(
                        theme.id(),
                        theme.name(),
                        theme.gap() == null ? null : theme.gap().word(),
                        shown.naming(),
                        shown.all());
    }
}
