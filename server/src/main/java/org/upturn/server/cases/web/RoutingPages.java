package org.upturn.server.cases.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.cases.Assignments;
import org.upturn.server.cases.routing.RoutingRule;
import org.upturn.server.cases.routing.RoutingRules;
import org.upturn.server.contacts.Accounts;
import org.upturn.server.kernel.Problem;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** Who answers for a program's detractors: its owners, and rules that are tried before they are live. */
@Controller
class RoutingPages {
    static final int LONGEST_DAYS = 3_650;

    private static final int NO_PLACE = -1;

    private final Assignments assignments;
    private final RoutingRules rules;
    private final Accounts accounts;
    private final RoutingViews views;
    private final Templates templates;

    RoutingPages(
            Assignments assignments, RoutingRules rules, Accounts accounts, RoutingViews views, Templates templates) {
        this.assignments = assignments;
        this.rules = rules;
        this.accounts = accounts;
        this.views = views;
        this.templates = templates;
    }

    /** @param simulate how many days back to try the rules on; nothing is tried without */
    @GetMapping("/programs/{id}/routing")
    JteModel show(
            Page page,
            Member member,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer simulate) {
        return templates.casesRouting(page, views.of(member.workspace(), id, simulate), null);
    }

    @PostMapping("/programs/{id}/routing")
    ResponseEntity<Void> owners(
            Member member,
            @PathVariable UUID id,
            @RequestParam UUID owner,
            @RequestParam(defaultValue = "") String senior) {
        MemberId seniorOwner = senior.isEmpty() ? null : new MemberId(UUID.fromString(senior));
        assignments.name(member, new ProgramId(id), new MemberId(owner), seniorOwner);
        return back(id);
    }

    @PostMapping("/programs/{id}/routing/rules/{place}")
    Object put(
            Page page,
            Member member,
            @PathVariable UUID id,
            @PathVariable String place,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response) {
        int number = number(place);
        var told = new RuleForm(form);
        return tried(page, member, id, number, told, response, () -> {
            RoutingRule rule = told.rule(name -> accounts.named(member.workspace(), name));
            rules.put(member, new ProgramId(id), number, told.place(number), rule);
            return back(id);
        });
    }

    @PostMapping("/programs/{id}/routing/rules/{place}/removal")
    ResponseEntity<Void> remove(Member member, @PathVariable UUID id, @PathVariable String place) {
        rules.remove(member, new ProgramId(id), number(place));
        return back(id);
    }

    @PostMapping("/programs/{id}/routing/rules/{place}/up")
    ResponseEntity<Void> up(Member member, @PathVariable UUID id, @PathVariable String place) {
        rules.up(member, new ProgramId(id), number(place));
        return back(id);
    }

    /** The rules to begin with, to look at and choose from. */
    @GetMapping("/programs/{id}/routing/usual")
    JteModel usual(Page page, Member member, @PathVariable UUID id) {
        return templates.casesUsual(page, views.of(member.workspace(), id, null));
    }

    @PostMapping("/programs/{id}/routing/usual")
    Object add(
            Page page,
            Member member,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response) {
        return tried(page, member, id, NO_PLACE, new RuleForm(form), response, () -> {
            var offered = views.of(member.workspace(), id, null).usual(page);
            rules.add(member, new ProgramId(id), RuleForm.usual(form, offered));
            return back(id);
        });
    }

    @PostMapping("/programs/{id}/routing/undo")
    ResponseEntity<Void> undo(Member member, @PathVariable UUID id) {
        rules.undo(member, new ProgramId(id));
        return back(id);
    }

    /** What was live once. */
    @GetMapping("/programs/{id}/routing/versions/{version}")
    JteModel version(Page page, Member member, @PathVariable UUID id, @PathVariable String version) {
        return templates.casesRoutingVersion(page, views.version(member.workspace(), id, number(version)));
    }

    @PostMapping("/programs/{id}/routing/versions/{version}")
    ResponseEntity<Void> restore(Member member, @PathVariable UUID id, @PathVariable String version) {
        rules.restore(member, new ProgramId(id), number(version));
        return back(id);
    }

    @PostMapping("/programs/{id}/routing/live")
    ResponseEntity<Void> goLive(Member member, @PathVariable UUID id) {
        rules.goLive(member, new ProgramId(id));
        return back(id);
    }

    @PostMapping("/programs/{id}/routing/discard")
    ResponseEntity<Void> discard(Member member, @PathVariable UUID id) {
        rules.discard(member, new ProgramId(id));
        return back(id);
    }

    static int number(String place) {
        if (!place.matches("\\d{1,3}")) {
            throw Problem.notFound("problem.routing.gone");
        }
        return Integer.parseInt(place);
    }

    private static ResponseEntity<Void> back(UUID program) {
        return Redirect.to("/programs/" + program + "/routing");
    }

    private Object tried(
            Page page,
            Member member,
            UUID id,
            int place,
            RuleForm form,
            HttpServletResponse response,
            Supplier<Object> work) {
        try {
            return work.get();
        } catch (Problem problem) {
            response.setStatus(problem.code().status());
            return templates.casesRouting(
                    page, views.of(member.workspace(), id, null), new RuleForm.Refused(place, form, problem));
        }
    }
}
