package org.upturn.server.cases.authority.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.authority.ActionCatalogue;
import org.upturn.server.cases.authority.CaseActions;
import org.upturn.server.cases.authority.web.ActionItems.CaseActionItem;
import org.upturn.server.cases.authority.web.ActionItems.CaseActionList;
import org.upturn.server.cases.authority.web.ActionItems.Requests;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;

/** What is done for people, for programs. */
@RestController
@RequestMapping("/api/v1")
class CaseActionsApi {
    private final CaseActions actions;
    private final ActionCatalogue catalogue;

    CaseActionsApi(CaseActions actions, ActionCatalogue catalogue) {
        this.actions = actions;
        this.catalogue = catalogue;
    }

    record NewCaseAction(
            @Nullable UUID action,
            @Nullable BigDecimal amount,
            @Nullable String note) {}

    record Decision(@Nullable Boolean granted, @Nullable String reason) {}

    record Undoing(@Nullable String reason) {}

    @GetMapping("/cases/{id}/actions")
    CaseActionList list(Member member, @PathVariable UUID id) {
        var item = new CaseId(id);
        return new CaseActionList(
                actions.of(member.workspace(), item).stream()
                        .map(CaseActionItem::of)
                        .toList(),
                actions.costs(member.workspace(), List.of(item)).getOrDefault(item, BigDecimal.ZERO),
                catalogue.currency(member.workspace()).orElse(null));
    }

    @PostMapping("/cases/{id}/actions")
    @ResponseStatus(HttpStatus.CREATED)
    CaseActionItem act(Member member, @PathVariable UUID id, @RequestBody NewCaseAction told) {
        var item = new CaseId(id);
        actions.of(member.workspace(), item);
        if (told.action() == null) {
            throw Problem.invalid("action", "problem.action.none");
        }
        return CaseActionItem.of(actions.act(member, item, told.action(), told.amount(), told.note()));
    }

    @PostMapping("/cases/{id}/actions/{action}/decision")
    CaseActionItem decide(Member member, @PathVariable UUID id, @PathVariable UUID action, @RequestBody Decision told) {
        actions.find(member.workspace(), new CaseId(id), action);
        if (told.granted() == null) {
            throw Problem.invalid("granted", "problem.action.granted");
        }
        return CaseActionItem.of(actions.decide(member, new CaseId(id), action, told.granted(), told.reason()));
    }

    @PostMapping("/cases/{id}/actions/{action}/undoing")
    CaseActionItem undo(Member member, @PathVariable UUID id, @PathVariable UUID action, @RequestBody Undoing told) {
        return CaseActionItem.of(actions.undo(member, new CaseId(id), action, told.reason()));
    }

    @GetMapping("/action-requests")
    Requests requests(Member member) {
        return new Requests(
                actions.waitingFor(member).stream().map(CaseActionItem::of).toList());
    }
}
