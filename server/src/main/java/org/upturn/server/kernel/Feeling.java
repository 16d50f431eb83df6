package org.upturn.server.kernel;

import java.util.Locale;

/** How words feel, by their sentiment of −1…+1. */
public enum Feeling {
    NEGATIVE,
    NEUTRAL,
    POSITIVE;

    /** Beyond a quarter of the scale to either side words are not neutral (RATIONALE, "Three feelings"). */
    public static final double CLEARLY = 0.25;

    /** The feeling of this sentiment. */
    public static Feeling of(double sentiment) {
        if (sentiment < -CLEARLY) {
            return NEGATIVE;
        }
        return sentiment > CLEARLY ? POSITIVE : NEUTRAL;
    }

    /** The word used in the API: {@code negative}, {@code neutral}, {@code positive}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
