package org.upturn.engine;

import java.util.List;
import java.util.Set;

/**
 * A person's word on whether a theme is there.
 *
 * @param text the verbatim as it was read
 * @param theme the theme's id in the codebook
 */
public record Judgement(String text, String theme, boolean yes) {

    /** A text of which every theme is known: yes to those named, no to all others of the codebook. */
    public static List<Judgement> all(Codebook codebook, String text, Set<String> themes) {
        return codebook.themes().stream()
                .map(theme -> new Judgement(text, theme.id(), themes.contains(theme.id())))
                .toList();
    }
}
