package org.upturn.server.verbatims;

import java.util.Map;
import java.util.UUID;
import org.upturn.engine.Codebook;
import org.upturn.server.verbatims.codebook.CodebookContent;

/**
 * A codebook of a workspace in one version.
 *
 * @param version 1, 2, …; every coding keeps the one it was made with
 * @param heirs into which theme each theme that is gone was merged
 * @param lesson how many corrections had been given or taken back when it was looked up; one more makes another lesson
 */
public record TeamCodebook(UUID id, int version, Codebook codebook, Map<String, String> heirs, int lesson) {
    public TeamCodebook {
        heirs = Map.copyOf(heirs);
    }

    public static TeamCodebook of(UUID id, int version, CodebookContent content, int lesson) {
        return new TeamCodebook(id, version, content.codebook(), content.heirs(), lesson);
    }
}
