package org.upturn.server.cases.web;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.cases.Assignments;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.Cases;
import org.upturn.server.cases.Subtype;
import org.upturn.server.cases.routing.Rosters;
import org.upturn.server.cases.views.InboxView;
import org.upturn.server.cases.views.InboxViews;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Slice;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.server.workspaces.Workspaces;
import org.upturn.templates.Templates;

/** The inbox of detractors: the urgent first, many given to somebody at once. */
@Controller
class InboxPages {
    private static final int ON_A_PAGE = 50;

    private final Cases cases;
    private final Assignments assignments;
    private final CaseRows rows;
    private final InboxViews views;
    private final Rosters rosters;
    private final Surveys surveys;
    private final Workspaces workspaces;
    private final Templates templates;
    private final Clock clock;

    InboxPages(
            Cases cases,
            Assignments assignments,
            CaseRows rows,
            InboxViews views,
            Rosters rosters,
            Surveys surveys,
            Workspaces workspaces,
            Templates templates,
            Clock clock) {
        this.cases = cases;
        this.assignments = assignments;
        this.rows = rows;
        this.views = views;
        this.rosters = rosters;
        this.surveys = surveys;
        this.workspaces = workspaces;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/cases")
    Object inbox(
            Page page,
            Member member,
            @RequestParam(required = false) @Nullable UUID program,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "") String subtype,
            @RequestParam(defaultValue = "") String attention,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable UUID deleted,
            @RequestParam(required = false) @Nullable UUID assigned,
            @RequestParam(required = false) @Nullable UUID after) {
        if (surveys.programs(member.workspace()).isEmpty()) {
            return Redirect.to("/programs/new");
        }
        boolean bare = status == null && subtype.isEmpty() && attention.isEmpty() && !mine && after == null;
        Optional<InboxView> first = bare ? views.first(member) : Optional.empty();
        if (first.isPresent()) {
            return Redirect.to(page.to("/cases?" + first.get().query()));
        }
        var choice = new InboxChoice(status == null ? "open" : status, subtype, attention, mine);
        Assigned done = assigned == null
                ? null
                : assignments
                        .lastGiven(member, new CaseId(assigned))
                        .map(given -> new Assigned(given.to(), given.before(), null))
                        .orElse(null);
        return page(page, member, program, choice, after, deleted, done);
    }

    /** Leads back to the list, on which it can be taken back; what was refused stands on the list at once. */
    @PostMapping("/cases/assignments")
    Object assign(
            Page page,
            Member member,
            @RequestParam(required = false) @Nullable UUID program,
            @RequestParam(defaultValue = "open") String status,
            @RequestParam(defaultValue = "") String subtype,
            @RequestParam(defaultValue = "") String attention,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(name = "case", required = false) @Nullable List<UUID> marked,
            @RequestParam UUID owner) {
        List<CaseId> ids = marked == null
                ? List.of()
                : marked.stream().map(CaseId::new).distinct().toList();
        var choice = new InboxChoice(status, subtype, attention, mine);
        try {
            CaseId one = assignments
                    .assign(member, ids, new MemberId(owner))
                    .keySet()
                    .iterator()
                    .next();
            return Redirect.to(page.to(choice.here() + "&assigned=" + one.value()));
        } catch (Problem problem) {
            return page(page, member, program, choice, null, null, new Assigned("", Map.of(), problem));
        }
    }

    /** @param had a case and whose it was, as {@code case=owner} */
    @PostMapping("/cases/assignments/undo")
    ResponseEntity<Void> giveBack(
            Page page,
            Member member,
            @RequestParam List<String> had,
            @RequestParam(defaultValue = "/cases") String to) {
        Map<CaseId, MemberId> before = new LinkedHashMap<>();
        for (String one : had) {
            String[] parts = one.split("=", 2);
            if (parts.length == 2) {
                before.put(id(parts[0]), new MemberId(id(parts[1]).value()));
            }
        }
        assignments.giveBack(member, before);
        return Redirect.to(page.to(to.startsWith("/cases?") ? to : "/cases"));
    }

    private static CaseId id(String text) {
        try {
            return new CaseId(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            throw Problem.notFound("problem.unknown.case");
        }
    }

    private JteModel page(
            Page page,
            Member member,
            @Nullable UUID program,
            InboxChoice choice,
            @Nullable UUID after,
            @Nullable UUID deleted,
            @Nullable Assigned assigned) {
        List<Program> programs = surveys.programs(member.workspace());
        Program chosen = surveys.chosen(member.workspace(), program).orElseThrow();
        Slice<Case> slice = cases.list(
                member.workspace(), choice.filter(member, chosen.id()), Cases.Order.URGENCY, after, ON_A_PAGE);
        var shown = new Slice<>(rows.of(member.workspace(), slice.items()), slice.next());
        boolean answered = assignments
                .ownerFor(member.workspace(), chosen.id(), Subtype.NEW)
                .isPresent();
        var inbox = new Inbox(
                programs,
                chosen,
                choice,
                shown,
                workspaces.members(member.workspace()).stream()
                        .filter(Member::answers)
                        .toList(),
                rosters.load(member.workspace()),
                answered,
                assigned,
                views.list(member),
                deleted);
        return templates.casesInbox(page, inbox, clock.instant());
    }
}
