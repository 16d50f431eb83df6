package org.upturn.server.cases.authority.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.authority.CaseAction;
import org.upturn.server.cases.authority.LoopAction;
import org.upturn.server.kernel.Problem;

/**
 * What was done for a person and what may be.
 *
 * @param decidable what waits and the member may decide
 * @param undoable what stands and the member may take back
 * @param currency in which amounts are; null while the workspace has not said
 * @param spent on this case
 */
public record ActionsView(
        Case item,
        String person,
        List<CaseAction> done,
        Set<UUID> decidable,
        Set<UUID> undoable,
        List<LoopAction> offered,
        @Nullable String currency,
        BigDecimal spent,
        @Nullable Problem problem) {
    public String path() {
        return "/cases/" + item.id().value();
    }
}
