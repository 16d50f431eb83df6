package org.upturn.server.invitations.cadence.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.contacts.Attributes;
import org.upturn.server.invitations.cadence.Cadence;
import org.upturn.server.invitations.cadence.Cadences;
import org.upturn.server.invitations.cadence.Capacity;
import org.upturn.server.invitations.cadence.Rhythm;
import org.upturn.server.invitations.web.MailPlans;
import org.upturn.server.kernel.Problem;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** When a program asks by itself, and whether the team can act on what that brings. */
@Controller
class CadencePages {
    private final Cadences cadences;
    private final Capacity capacity;
    private final Surveys surveys;
    private final Attributes attributes;
    private final MailPlans plans;
    private final Templates templates;
    private final Clock clock;

    CadencePages(
            Cadences cadences,
            Capacity capacity,
            Surveys surveys,
            Attributes attributes,
            MailPlans plans,
            Templates templates,
            Clock clock) {
        this.cadences = cadences;
        this.capacity = capacity;
        this.surveys = surveys;
        this.attributes = attributes;
        this.plans = plans;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/programs/{program}/cadences")
    JteModel list(Page page, Member member, @PathVariable UUID program) {
        return page(page, member, program, null, null);
    }

    @PostMapping("/programs/{program}/cadences")
    Object add(
            Page page,
            Member member,
            @PathVariable UUID program,
            @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        try {
            cadences.add(member, new ProgramId(program), new CadenceTold(Map.copyOf(form)).told());
            return back(program);
        } catch (Problem problem) {
            response.setStatus(problem.code().status());
            return page(page, member, program, null, problem);
        }
    }

    @GetMapping("/programs/{program}/cadences/{id}")
    JteModel edit(Page page, Member member, @PathVariable UUID program, @PathVariable UUID id) {
        return page(page, member, program, cadences.find(member.workspace(), new ProgramId(program), id), null);
    }

    @PostMapping("/programs/{program}/cadences/{id}")
    Object change(
            Page page,
            Member member,
            @PathVariable UUID program,
            @PathVariable UUID id,
            @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        Cadence known = cadences.find(member.workspace(), new ProgramId(program), id);
        try {
            cadences.change(member, known.program(), id, new CadenceTold(Map.copyOf(form)).told());
            return back(program);
        } catch (Problem problem) {
            response.setStatus(problem.code().status());
            return page(page, member, program, known, problem);
        }
    }

    @PostMapping("/programs/{program}/cadences/{id}/pause")
    ResponseEntity<Void> pause(Member member, @PathVariable UUID program, @PathVariable UUID id) {
        cadences.pause(member, new ProgramId(program), id);
        return back(program);
    }

    @PostMapping("/programs/{program}/cadences/{id}/resumption")
    ResponseEntity<Void> resume(Member member, @PathVariable UUID program, @PathVariable UUID id) {
        cadences.resume(member, new ProgramId(program), id);
        return back(program);
    }

    @PostMapping("/programs/{program}/cadences/{id}/removal")
    ResponseEntity<Void> remove(Member member, @PathVariable UUID program, @PathVariable UUID id) {
        cadences.remove(member, new ProgramId(program), id);
        return back(program);
    }

    private JteModel page(Page page, Member member, UUID id, @Nullable Cadence edited, @Nullable Problem problem) {
        Program program = surveys.program(member.workspace(), new ProgramId(id));
        Capacity.Figures known = capacity.of(member.workspace(), program.id());
        List<CadenceView> views = cadences.list(member.workspace(), program.id()).stream()
                .map(one -> CadenceView.of(one, people(member, one), known))
                .toList();
        List<String> dates = attributes.list(member.workspace()).stream()
                .filter(one -> one.type().word().equals("date"))
                .map(one -> one.name())
                .toList();
        return templates.invitationsCadences(
                page,
                program,
                views,
                edited,
                plans.choices(member.workspace()),
                dates,
                known,
                plans.carriers(member.workspace()),
                clock.instant(),
                problem);
    }

    /** Counted only where all of them are asked at a time. */
    private long people(Member member, Cadence one) {
        return one.rhythm() instanceof Rhythm.Every ? cadences.people(member.workspace(), one.audience()) : 0;
    }

    private static ResponseEntity<Void> back(UUID program) {
        return Redirect.to("/programs/" + program + "/cadences");
    }
}
