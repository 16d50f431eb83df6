package org.upturn.server.instant;

import java.util.Comparator;
import java.util.List;
import org.upturn.engine.Coding;
import org.upturn.engine.Reading;
import org.upturn.server.cases.Subtype;

/**
 * A person whose latest answer is 0–6, with what was read from the words.
 *
 * @param judged the answer beside earlier ones
 * @param reading what the engine found in the words
 */
record Detractor(Judged judged, Reading reading) {
    /** Converted first, then chronic, then new (S4-19); within, the larger fall, then the lower score, then the row. */
    static final Comparator<Detractor> URGENCY = Comparator.<Detractor, Subtype>comparing(
                    detractor -> detractor.judged().subtype())
            .thenComparing(detractor -> -detractor.judged().fall())
            .thenComparing(detractor -> detractor.answer().score())
            .thenComparing(detractor -> detractor.answer().row());

    Answer answer() {
        return judged.answer();
    }

    /** The themes the engine stands by, each once, the surest first. */
    List<Coding> themes() {
        return Codings.eachOnce(reading);
    }

    /** How sure the engine is that this person names a theme, 0 when it is not named. */
    double probability(String theme) {
        return themes().stream()
                .filter(coding -> coding.theme().equals(theme))
                .mapToDouble(Coding::probability)
                .findFirst()
                .orElse(0);
    }

    boolean names(String theme) {
        return themes().stream().anyMatch(coding -> coding.theme().equals(theme));
    }
}
