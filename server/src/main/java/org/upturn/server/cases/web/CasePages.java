package org.upturn.server.cases.web;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.util.UUID;
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
import org.upturn.server.cases.undo.FollowUpUndo;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** The record. */
@Controller
class CasePages {
    private final Cases cases;
    private final FollowUpUndo undo;
    private final CaseRecords records;
    private final Templates templates;
    private final Clock clock;

    CasePages(Cases cases, FollowUpUndo undo, CaseRecords records, Templates templates, Clock clock) {
        this.cases = cases;
        this.undo = undo;
        this.records = records;
        this.templates = templates;
        this.clock = clock;
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

    @PostMapping("/cases/{id}/follow-ups/{followUp}/removal")
    Object takeBack(Page page, Member member, @PathVariable UUID id, @PathVariable UUID followUp) {
        try {
            undo.takeBack(member, new CaseId(id), followUp);
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

    /** The record again with what is wrong said on top; a fact of the case that is gone stays a 404. */
    private JteModel again(Page page, Member member, UUID id, Problem problem) {
        if (problem.code() == Problem.Code.NOT_FOUND) {
            throw problem;
        }
        Case item = cases.find(member.workspace(), new CaseId(id));
        return templates.casesRecord(page, records.of(member.workspace(), item), clock.instant(), problem);
    }
}
