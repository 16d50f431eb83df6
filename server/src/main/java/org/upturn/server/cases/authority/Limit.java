package org.upturn.server.cases.authority;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.upturn.server.workspaces.Role;

/**
 * How far the own authority of a role goes with one action.
 *
 * @param perCase the most that this action may cost for one case, whoever did it; null for no limit
 * @param perMonth the most that one member of the role may decide on in a calendar month of the workspace; null for no limit
 */
public record Limit(
        Role role, @Nullable BigDecimal perCase, @Nullable BigDecimal perMonth) {
    boolean covers(BigDecimal onCase, BigDecimal inMonth) {
        return (perCase == null || onCase.compareTo(perCase) <= 0)
                && (perMonth == null || inMonth.compareTo(perMonth) <= 0);
    }
}
