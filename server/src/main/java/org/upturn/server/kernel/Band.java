package org.upturn.server.kernel;

/**
 * What an NPS is called, by the bands of S1-06 and S1-07 with the edges of decision 1. Read on the unrounded value;
 * exactly 0 is not negative, exactly 70 is excellent.
 */
public enum Band {
    DEEP,
    MODERATE,
    MILD,
    BELOW_AVERAGE,
    GOOD,
    EXCELLENT,
    WORLD_CLASS;

    /** The band of a value of −100…+100. */
    public static Band of(double nps) {
        if (nps < -50) {
            return DEEP;
        }
        if (nps < -20) {
            return MODERATE;
        }
        if (nps < 0) {
            return MILD;
        }
        if (nps < 20) {
            return BELOW_AVERAGE;
        }
        if (nps < 50) {
            return GOOD;
        }
        return nps <= 70 ? EXCELLENT : WORLD_CLASS;
    }

    /** The word used in the API and in files, for example {@code below-average}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
