package org.upturn.server.cases.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.cases.Assignments;
import org.upturn.server.cases.Subtype;
import org.upturn.server.cases.routing.Rehearsal;
import org.upturn.server.cases.routing.RoutingRules;
import org.upturn.server.cases.routing.RuleSet;
import org.upturn.server.contacts.segments.Segments;
import org.upturn.server.kernel.Problem;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.verbatims.Codebooks;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.server.workspaces.Workspaces;
import org.upturn.templates.Templates;

/** Who answers for a program's detractors: its owners, and rules that are tried before they are live. */
@Controller
class RoutingPages {
    static final int LONGEST_DAYS = 3_650;

    private final Assignments assignments;
    private final RoutingRules rules;
    private final Rehearsal rehearsal;
    private final Surveys surveys;
    private final Codebooks codebooks;
    private final Segments segments;
    private final Workspaces workspaces;
    private final Templates templates;

    RoutingPages(
            Assignments assignments,
            RoutingRules rules,
            Rehearsal rehearsal,
            Surveys surveys,
            Codebooks codebooks,
            Segments segments,
            Workspaces workspaces,
            Templates templates) {
        this.assignments = assignments;
        this.rules = rules;
        this.rehearsal = rehearsal;
        this.surveys = surveys;
        this.codebooks = codebooks;
        this.segments = segments;
        this.workspaces = workspaces;
        this.templates = templates;
    }

    /** @param simulate how many days back to try the rules on; nothing is tried without */
    @GetMapping("/programs/{id}/routing")
    JteModel show(
            Page page,
            Member member,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer simulate) {
        return page(page, member, id, simulate, null);
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
        try {
            rules.put(member, new ProgramId(id), number, new RuleForm(form).rule());
            return back(id);
        } catch (Problem problem) {
            response.setStatus(problem.code().status());
            return page(page, member, id, null, problem);
        }
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

    private static int number(String place) {
        if (!place.matches("\\d{1,3}")) {
            throw Problem.notFound("problem.routing.gone");
        }
        return Integer.parseInt(place);
    }

    private static ResponseEntity<Void> back(UUID program) {
        return Redirect.to("/programs/" + program + "/routing");
    }

    private JteModel page(Page page, Member member, UUID id, @Nullable Integer simulate, @Nullable Problem problem) {
        Program program = surveys.program(member.workspace(), new ProgramId(id));
        var draft = rules.draft(member.workspace(), program.id());
        RuleSet shown = draft.orElseGet(() -> rules.live(member.workspace(), program.id()));
        MemberId owner = assignments
                .ownerFor(member.workspace(), program.id(), Subtype.NEW)
                .orElse(null);
        MemberId senior = assignments
                .ownerFor(member.workspace(), program.id(), Subtype.CONVERTED)
                .filter(one -> !one.equals(owner))
                .orElse(null);
        var themes = codebooks.active(member.workspace(), program.id()).codebook().themes().stream()
                .collect(Collectors.toMap(theme -> theme.id(), theme -> theme.name()));
        var view = new RoutingView(
                program,
                workspaces.members(member.workspace()),
                owner == null ? null : owner.value(),
                senior == null ? null : senior.value(),
                shown,
                draft.isPresent(),
                themes,
                segments.list(member.workspace()),
                rules.versions(member.workspace(), program.id()),
                simulate == null
                        ? null
                        : rehearsal.play(
                                member.workspace(), program.id(), shown, Math.clamp(simulate, 1, LONGEST_DAYS)));
        return templates.casesRouting(page, view, problem);
    }
}
