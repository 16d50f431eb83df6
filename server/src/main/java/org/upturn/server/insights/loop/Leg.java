package org.upturn.server.insights.loop;

import java.util.Locale;

/** The steps from an answer to a closed loop, in their order. */
public enum Leg {
    /** The words were read. */
    READ,
    /** Somebody got the case, by rule or by hand. */
    ASSIGNED,
    /** Somebody was in touch with the person. */
    CONTACTED,
    /** Closed with promise, delivery and response logged (decision 11). */
    RESOLVED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
