package org.upturn.server.insights;

/** How many of those who had this value of an attribute when they answered name a theme. */
public record ThemeSegment(String attribute, String value, Share naming) {
    /** Whether it is named there more often than chance would explain, given how many of all answers name it. */
    public boolean standsOut(Share all) {
        return new Chance(all.part(), naming.whole(), all.whole()).hardlyBrings(naming.part(), Chance.ONE_IN_TWENTY);
    }
}
