package org.upturn.engine;

import java.util.List;
import java.util.Optional;

/** The team's own list of themes, against which every verbatim is read (S4-05). */
public record Codebook(String name, List<Theme> themes) {
    /** The kinds of {@link #starter}. */
    public static final List<String> STARTERS = List.of("company", "program", "nonprofit");

    public Codebook {
        themes = List.copyOf(themes);
    }

    /** The theme with this id, when the codebook has it. */
    public Optional<Theme> theme(String id) {
        return themes.stream().filter(theme -> theme.id().equals(id)).findFirst();
    }

    /**
     * A codebook to begin with.
     *
     * @param kind {@code company} for a product or service, {@code program} for training and
     *     education, {@code nonprofit} for services to people
     */
    public static Codebook starter(String kind) {
        if (!STARTERS.contains(kind)) {
            throw new CodebookException("There is no starter codebook '" + kind + "'; choose one of " + STARTERS + ".");
        }
        return CodebookFile.parse(Resources.text("codebooks/" + kind + ".yaml"));
    }
}
