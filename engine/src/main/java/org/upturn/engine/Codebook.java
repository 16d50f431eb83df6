package org.upturn.engine;

import java.util.List;
import java.util.Optional;

/** The team's own list of themes, against which every verbatim is read (S4-05). */
public record Codebook(String name, List<Theme> themes) {
    public Codebook {
        themes = List.copyOf(themes);
    }

    /** The theme with this id, when the codebook has it. */
    public Optional<Theme> theme(String id) {
        return themes.stream().filter(theme -> theme.id().equals(id)).findFirst();
    }
}
