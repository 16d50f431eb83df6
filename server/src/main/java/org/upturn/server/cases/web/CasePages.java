package org.upturn.server.cases.web;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.Cases;
import org.upturn.server.cases.FollowUp;
import org.upturn.server.cases.Outcome;
import org.upturn.server.cases.Subtype;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Slice;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.server.workspaces.Workspaces;
import org.upturn.templates.Templates;

/** The detractor inbox and the record. */
@Controller
class CasePages {
    private static final int ON_A_PAGE = 30;

    private final Cases cases;
    private final CaseRows rows;
    private final CaseRecords records;
    private final Surveys surveys;
    private final Workspaces workspaces;
    private final Templates templates;
    private final Clock clock;

    CasePages(
            Cases cases,
            CaseRows rows,
            CaseRecords records,
            Surveys surveys,
            Workspaces workspaces,
            Templates templates,
            Clock clock) {
        this.cases = cases;
        this.rows = rows;
        this.records = records;
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
            @RequestParam(defaultValue = "open") String status,
            @RequestParam(defaultValue = "") String subtype,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable UUID after) {
        List<Program> programs = surveys.programs(member.workspace());
        if (programs.isEmpty()) {
            return Redirect.to("/programs/new");
        }
        Program chosen = surveys.chosen(member.workspace(), program).orElseThrow();
        var filter = new Cases.Filter(
                chosen.id(),
                null,
                subtype.isEmpty() ? null : CasesApi.subtype(subtype),
                mine ? member.id() : null,
                CasesApi.status(status));
        Slice<Case> slice = cases.list(member.workspace(), filter, Cases.Order.URGENCY, after, ON_A_PAGE);
        var shown = new Slice<>(rows.of(member.workspace(), slice.items()), slice.next());
        var choice = new InboxChoice(status, subtype, mine);
        var routing = new Routing(
                workspaces.members(member.workspace()),
                cases.ownerFor(member.workspace(), chosen.id(), Subtype.NEW)
                        .map(MemberId::value)
                        .orElse(null),
                cases.ownerFor(member.workspace(), chosen.id(), Subtype.CONVERTED)
                        .map(MemberId::value)
                        .orElse(null));
        return templates.casesInbox(page, programs, chosen, choice, shown, routing, clock.instant());
    }

    @GetMapping("/cases/{id}")
    JteModel record(Page page, Member member, @PathVariable UUID id) {
        Case item = cases.find(member.workspace(), new CaseId(id));
        return templates.casesRecord(page, records.of(member.workspace(), item), clock.instant(), null);
    }

    @PostMapping("/cases/{id}/assignment")
    ResponseEntity<Void> assign(Member member, @PathVariable UUID id, @RequestParam UUID owner) {
        cases.assign(member, new CaseId(id), new MemberId(owner));
        return Redirect.to("/cases/" + id);
    }

    @PostMapping("/cases/{id}/follow-ups")
    Object followUp(
            Page page, Member member, @PathVariable UUID id, @RequestParam String kind, @RequestParam String words) {
        try {
            cases.logFollowUp(member, new CaseId(id), FollowUp.Kind.of(kind), words);
            return Redirect.to("/cases/" + id + "#loop");
        } catch (Problem problem) {
            return again(page, member, id, problem);
        }
    }

    @PostMapping("/cases/{id}/closure")
    Object close(
            Page page,
            Member member,
            @PathVariable UUID id,
            @RequestParam String outcome,
            @RequestParam(defaultValue = "") String reason) {
        try {
            cases.close(member, new CaseId(id), Outcome.of(outcome), reason);
            return Redirect.to("/cases/" + id + "#loop");
        } catch (Problem problem) {
            return again(page, member, id, problem);
        }
    }

    @PostMapping("/cases/{id}/reopening")
    ResponseEntity<Void> reopen(Member member, @PathVariable UUID id) {
        cases.reopen(member, new CaseId(id));
        return Redirect.to("/cases/" + id + "#loop");
    }

    @PostMapping("/programs/{id}/routing")
    ResponseEntity<Void> route(
            Member member,
            @PathVariable UUID id,
            @RequestParam UUID owner,
            @RequestParam(defaultValue = "") String senior) {
        MemberId seniorOwner = senior.isEmpty() ? null : new MemberId(UUID.fromString(senior));
        cases.route(member, new ProgramId(id), new MemberId(owner), seniorOwner);
        return Redirect.to("/cases?program=" + id);
    }

    /** The record again with what is wrong said on top; a fact of the case that is gone stays a 404. */
    private JteModel again(Page page, Member member, UUID id, Problem problem) {
        if (problem.code() == Problem.Code.NOT_FOUND) {
            throw problem;
        }
        Case item = cases.find(member.workspace(), new CaseId(id));
        return templates.casesRecord(page, records.of(member.workspace(), item), clock.instant(), problem);
    }
}
