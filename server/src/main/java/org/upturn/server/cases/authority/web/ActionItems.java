package org.upturn.server.cases.authority.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.cases.authority.CaseAction;
import org.upturn.server.cases.authority.Limit;
import org.upturn.server.cases.authority.LoopAction;
import org.upturn.server.cases.authority.Told;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Role;

/** Actions as the API tells them and is told. */
final class ActionItems {
    private ActionItems() {}

    record LimitItem(
            @Nullable String role,
            @Nullable BigDecimal perCase,
            @Nullable BigDecimal perMonth) {
        static LimitItem of(Limit one) {
            return new LimitItem(one.role().word(), one.perCase(), one.perMonth());
        }

        Limit limit() {
            return new Limit(Role.of(role == null ? "" : role), perCase, perMonth);
        }
    }

    record ActionItem(
            UUID id, String kind, String name, @Nullable BigDecimal usualAmount, List<LimitItem> limits) {
        static ActionItem of(LoopAction one) {
            return new ActionItem(
                    one.id(),
                    one.kind().word(),
                    one.name(),
                    one.usualAmount(),
                    one.limits().stream().map(LimitItem::of).toList());
        }
    }

    /** @param currency null until somebody said */
    record Catalogue(List<ActionItem> items, @Nullable String currency) {}

    record NewAction(
            @Nullable String kind,
            @Nullable String name,
            @Nullable BigDecimal usualAmount,
            @Nullable List<LimitItem> limits) {
        Told told() {
            return new Told(
                    kind,
                    name,
                    usualAmount,
                    limits == null
                            ? List.of()
                            : limits.stream().map(NewAction::limit).toList());
        }

        private static Limit limit(@Nullable LimitItem told) {
            if (told == null) {
                throw Problem.invalid("limits", "problem.action.limits");
            }
            return told.limit();
        }
    }

    record CaseActionItem(
            UUID id,

            @com.fasterxml.jackson.annotation.JsonProperty("case")
            UUID item,

            UUID action,
            String name,
            String kind,
            @Nullable BigDecimal amount,
            String note,
            String state,
            String askedBy,
            Instant askedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            String reason,
            @Nullable String undoneBy,
            @Nullable Instant undoneAt,
            String undoneReason) {
        static CaseActionItem of(CaseAction one) {
            return new CaseActionItem(
                    one.id(),
                    one.item().value(),
                    one.action(),
                    one.name(),
                    one.kind().word(),
                    one.amount(),
                    one.note(),
                    one.state().word(),
                    one.askedByName(),
                    one.askedAt(),
                    one.decidedBy(),
                    one.decidedAt(),
                    one.reason(),
                    one.undoneBy(),
                    one.undoneAt(),
                    one.undoneReason());
        }
    }

    /** @param spent on this case, in the currency; what waits, was declined or undone does not count */
    record CaseActionList(
            List<CaseActionItem> items,
            BigDecimal spent,
            @Nullable String currency) {}

    record Requests(List<CaseActionItem> items) {}
}
