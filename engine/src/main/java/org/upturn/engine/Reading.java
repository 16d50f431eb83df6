package org.upturn.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that was read from one verbatim. The same engine, codebook and text always give the same reading.
 *
 * @param codings themes found, most probable first; undecided candidates come with {@code decided = false}
 * @param sentiment −1 (very negative) … +1 (very positive), 0 when neutral or empty
 * @param suggestedScore the 0…10 score the words suggest, or null when they do not say enough
 * @param language ISO 639-1 code of the text, {@code und} when it cannot be told
 * @param silent whether the text says nothing a team could act on (S4-18, decision 8)
 * @param engine engine and model version, for example {@code upturn-1 minilm-l6-v2-q}
 */
public record Reading(
        List<Coding> codings,
        double sentiment,
        @Nullable Integer suggestedScore,
        String language,
        boolean silent,
        String engine) {
    public Reading {
        codings = List.copyOf(codings);
    }

    /** The codings the engine stands by. */
    public List<Coding> decided() {
        return codings.stream().filter(Coding::decided).toList();
    }
}
