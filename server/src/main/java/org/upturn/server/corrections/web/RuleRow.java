package org.upturn.server.corrections.web;

import org.jspecify.annotations.Nullable;
import org.upturn.server.corrections.CorrectionRule;
import org.upturn.server.corrections.RuleKind;

/**
 * A rule as the team sees it.
 *
 * @param rule null while it is off
 * @param people how many it would have asked in the last 30 days
 */
public record RuleRow(RuleKind kind, @Nullable CorrectionRule rule, long people) {
    public String hours() {
        double hours = rule == null ? CorrectionRule.USUAL_DELAY.toHours() : rule.hours();
        return hours == Math.rint(hours) ? String.valueOf((long) hours) : String.valueOf(hours);
    }

    public int days() {
        return rule == null ? org.upturn.server.corrections.Request.USUAL_DAYS : rule.days();
    }
}
