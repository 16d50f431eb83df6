package org.upturn.server.insights.loop;

import org.upturn.server.insights.Share;

/**
 * How much larger one share is than another of other people. Source of the interval: R. G. Newcombe, "Interval Estimation for
 * the Difference between Independent Proportions", Statistics in Medicine 17 (1998), method 10, on the intervals of Wilson
 * that {@link Share} has.
 */
public record Difference(Share one, Share other) {
    /** −1…1; not a number when one of both is of nobody. */
    public double value() {
        return one.value() - other.value();
    }

    /** The lower end of the 95 % interval, −1…{@link #value()}. */
    public double low() {
        return Math.max(-1, value() - Math.hypot(one.value() - one.low(), other.high() - other.value()));
    }

    /** The upper end of the 95 % interval, {@link #value()}…1. */
    public double high() {
        return Math.min(1, value() + Math.hypot(one.high() - one.value(), other.value() - other.low()));
    }

    public boolean isKnown() {
        return one.whole() > 0 && other.whole() > 0;
    }

    /** Whether chance alone could well have brought it: 0 lies in the interval. */
    public boolean couldBeChance() {
        return low() <= 0 && high() >= 0;
    }
}
