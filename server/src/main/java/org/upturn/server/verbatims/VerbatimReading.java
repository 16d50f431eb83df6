package org.upturn.server.verbatims;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read from the verbatim of one response, against the codebook version now in use.
 *
 * @param themes those that are there by the engine's or a person's word, the most probable first
 * @param sentiment −1…+1
 * @param suggestedScore 0…10, or null when the words do not say enough
 * @param language ISO 639-1, {@code und} when it cannot be told
 * @param silent whether it names nothing that a team could act on
 * @param lowSignal whether it answers nothing at all
 * @param tone {@code constructive} or {@code hostile}; null when it answers nothing
 * @param gap {@code delivery}, {@code feedback-loop} or {@code access}, when the words point to one
 * @param mismatch {@code contradiction}, {@code missing-information} or {@code reversed-scale}, when score and words do
 *     not go together
 */
public record VerbatimReading(
        List<ThemeFound> themes,
        double sentiment,
        @Nullable Integer suggestedScore,
        String language,
        boolean silent,
        boolean lowSignal,
        @Nullable String tone,
        @Nullable String gap,
        @Nullable String mismatch,
        ReadingDetail detail,
        String engine,
        int codebookVersion,
        Instant readAt) {
    public VerbatimReading {
        themes = List.copyOf(themes);
    }
}
