package org.upturn.server.insights;

import org.upturn.server.kernel.NetPromoterScore;

/** NPS of the people who had this value of an attribute when they answered. */
public record SegmentFigures(String attribute, String value, NetPromoterScore nps) {
    /** Fewer answers than these are shown as too few: they would say more of single people than of a segment. */
    public static final int FEWEST = 5;

    public boolean isFew() {
        return nps.answers() < FEWEST;
    }
}
