package org.upturn.server.verbatims.codebook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upturn.engine.Codebook;

/** What stands in one version of a codebook: its name and its themes in order. */
public record CodebookContent(String name, List<VersionedTheme> themes) {
    public CodebookContent {
        themes = List.copyOf(themes);
    }

    /** A codebook without a history. */
    public static CodebookContent of(Codebook codebook) {
        return new CodebookContent(
                codebook.name(),
                codebook.themes().stream().map(VersionedTheme::new).toList());
    }

    /** What the engine reads against. */
    public Codebook codebook() {
        return new Codebook(name, themes.stream().map(VersionedTheme::theme).toList());
    }

    public Optional<VersionedTheme> theme(String id) {
        return themes.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Into which theme of this version each theme that is gone was merged. */
    public Map<String, String> heirs() {
        var heirs = new HashMap<String, String>();
        themes.forEach(one -> one.formerly().forEach(gone -> heirs.put(gone, one.id())));
        themes.forEach(one -> heirs.remove(one.id()));
        return heirs;
    }
}
