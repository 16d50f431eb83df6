package org.upturn.server.insights;

import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.NetPromoterScore;

/**
 * How much a theme weighs.
 *
 * @param naming NPS of those who name it
 * @param all NPS of everyone
 */
public record ThemeFigures(
        String theme, String name, @Nullable String gap, NetPromoterScore naming, NetPromoterScore all) {
    /** Detractors naming it. */
    public long detractors() {
        return naming.detractors();
    }

    /** Share of detractors naming it, 0…1; not a number without detractors. */
    public double share() {
        return all.detractors() == 0 ? Double.NaN : (double) naming.detractors() / all.detractors();
    }

    /**
     * Points that NPS would gain if nobody who names it had answered, NPS less NPS without them with the sign turned:
     * negative when the theme pulls NPS down. The same as n(NPS of those naming − NPS) ∕ (N − n), the impact score of the
     * field (mission/field.md, "Driver / impact").
     */
    public double impact() {
        NetPromoterScore others = all.minus(naming);
        return others.isEmpty() ? Double.NaN : all.value() - others.value();
    }
}
