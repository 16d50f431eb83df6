package org.upturn.server.corrections;

import java.util.Arrays;
import java.util.Locale;
import org.upturn.server.kernel.Problem;

/** Which version of each answer a figure counts. */
public enum Basis {
    /** The one that came first. */
    FIRST,
    /** The one that stands now. */
    CORRECTED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Basis of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("basis", "problem.correction.basis"));
    }
}
