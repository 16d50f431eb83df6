package org.upturn.server.tracks.passives;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a passive may be a detractor next time (S3-11), the gravest first: where somebody comes from outranks a number (S4-19). */
public enum Risk {
    /** Was a promoter in the wave before. */
    WAS_PROMOTER,
    /** Gave a lower score than in the wave before. */
    FELL,
    /** A 7, the score next to the detractors, with clearly negative words. */
    NEGATIVE_SEVEN;

    /** The word in the API. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
