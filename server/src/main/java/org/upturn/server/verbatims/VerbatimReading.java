package org.upturn.server.verbatims;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read from the verbatim of one response, against the codebook version now in use.
 *
 * @param themes those the engine stands by, the most probable first
 * @param sentiment −1…+1
 * @param suggestedScore 0…10, or null when the words do not say enough
 * @param silent whether it names nothing that a team could act on
 */
public record VerbatimReading(
        List<ThemeFound> themes,
        double sentiment,
        @Nullable Integer suggestedScore,
        String language,
        boolean silent,
        String engine,
        int codebookVersion,
        Instant readAt) {
    public VerbatimReading {
        themes = List.copyOf(themes);
    }
}
