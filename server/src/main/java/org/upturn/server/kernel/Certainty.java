package org.upturn.server.kernel;

import java.util.Locale;

/**
 * How certain it is that words show a theme. The bounds are those of the calibrated words of the IPCC: "very likely" from
 * 90 % and "likely" from 66 % (Mastrandrea and others, Guidance Note on Consistent Treatment of Uncertainties, 2010,
 * table 1).
 */
public enum Certainty {
    /** A person said so. */
    PERSON,
    SURE,
    LIKELY,
    PERHAPS;

    /** The least probability that is sure; compared at the precision in which it is kept. */
    public static final double LEAST_SURE = 0.9;

    /** The least probability that is likely. */
    public static final double LEAST_LIKELY = 0.66;

    /**
     * How certain a theme is.
     *
     * @param probability 0…1, as the engine calibrated it
     * @param human whether a person said so
     */
    public static Certainty of(double probability, boolean human) {
        if (human) {
            return PERSON;
        }
        if ((float) probability >= (float) LEAST_SURE) {
            return SURE;
        }
        return (float) probability >= (float) LEAST_LIKELY ? LIKELY : PERHAPS;
    }

    /** The word used in the API: {@code person}, {@code sure}, {@code likely}, {@code perhaps}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
