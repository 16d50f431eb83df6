package org.upturn.server.cases.authority.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.Cases;
import org.upturn.server.cases.authority.ActionCatalogue;
import org.upturn.server.cases.authority.Amounts;
import org.upturn.server.cases.authority.CaseAction;
import org.upturn.server.cases.authority.CaseActions;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** What is done for a person: a part of the record, and a page of its own; and what waits for a decision. */
@Controller
class ActionPages {
    private final CaseActions actions;
    private final ActionCatalogue catalogue;
    private final Cases cases;
    private final Contacts contacts;
    private final Templates templates;

    ActionPages(CaseActions actions, ActionCatalogue catalogue, Cases cases, Contacts contacts, Templates templates) {
        this.actions = actions;
        this.catalogue = catalogue;
        this.cases = cases;
        this.contacts = contacts;
        this.templates = templates;
    }

    @GetMapping("/cases/{id}/actions")
    JteModel show(
            Page page,
            Member member,
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part) {
        ActionsView view = view(member, new CaseId(id), null);
        return part == null ? templates.casesActions(page, view) : templates.cases_actions(page, view);
    }

    @GetMapping("/cases/requests")
    JteModel requests(Page page, Member member) {
        return templates.casesRequests(
                page,
                requests(member, actions.waitingFor(member)),
                requests(member, actions.askedBy(member)),
                catalogue.currency(member.workspace()).orElse(null));
    }

    private List<ActionRequest> requests(Member member, List<CaseAction> waiting) {
        return waiting.stream()
                .map(one -> new ActionRequest(one, person(member, cases.find(member.workspace(), one.item()))))
                .toList();
    }

    @PostMapping("/cases/{id}/actions")
    Object act(
            Page page,
            Member member,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String note,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            HttpServletResponse response) {
        cases.find(member.workspace(), new CaseId(id));
        return tried(page, member, id, part, response, () -> {
            BigDecimal told = Amounts.of("amount", amount);
            actions.act(member, new CaseId(id), chosen(action), told, note);
        });
    }

    @PostMapping("/cases/{id}/actions/{action}/decision")
    Object decide(
            Page page,
            Member member,
            @PathVariable UUID id,
            @PathVariable UUID action,
            @RequestParam(defaultValue = "false") boolean granted,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response) {
        return tried(
                page,
                member,
                id,
                null,
                response,
                () -> actions.decide(member, new CaseId(id), action, granted, reason));
    }

    @PostMapping("/cases/{id}/actions/{action}/undoing")
    Object undo(
            Page page,
            Member member,
            @PathVariable UUID id,
            @PathVariable UUID action,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response) {
        return tried(page, member, id, null, response, () -> actions.undo(member, new CaseId(id), action, reason));
    }

    private static UUID chosen(String action) {
        try {
            return UUID.fromString(action);
        } catch (IllegalArgumentException none) {
            throw Problem.invalid("action", "problem.action.none");
        }
    }

    /** @param part whether only this part of the record is asked for, which then stays as it is around it */
    private Object tried(
            Page page, Member member, UUID id, @Nullable String part, HttpServletResponse response, Runnable work) {
        try {
            work.run();
            return part == null
                    ? Redirect.to("/cases/" + id + "#actions")
                    : templates.cases_actions(page, view(member, new CaseId(id), null));
        } catch (Problem problem) {
            if (problem.code() == Problem.Code.NOT_FOUND) {
                throw problem;
            }
            ActionsView view = view(member, new CaseId(id), problem);
            if (part != null) {
                return templates.cases_actions(page, view);
            }
            response.setStatus(problem.code().status());
            return templates.casesActions(page, view);
        }
    }

    private ActionsView view(Member member, CaseId id, @Nullable Problem problem) {
        Case item = cases.find(member.workspace(), id);
        List<CaseAction> done = actions.of(member.workspace(), id);
        return new ActionsView(
                item,
                person(member, item),
                done,
                some(done, one -> actions.mayDecide(member, one)),
                some(done, one -> actions.mayUndo(member, one)),
                catalogue.list(member.workspace()),
                catalogue.currency(member.workspace()).orElse(null),
                actions.costs(member.workspace(), List.of(id)).getOrDefault(id, BigDecimal.ZERO),
                problem);
    }

    private static Set<UUID> some(List<CaseAction> done, Predicate<CaseAction> which) {
        return done.stream().filter(which).map(CaseAction::id).collect(Collectors.toSet());
    }

    private String person(Member member, Case item) {
        return contacts.find(member.workspace(), item.contact()).name();
    }
}
