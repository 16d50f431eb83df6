package org.upturn.server.workspaces.web.team;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.server.workspaces.Role;
import org.upturn.server.workspaces.Team;
import org.upturn.server.workspaces.Workspaces;
import org.upturn.templates.Templates;

/** One member: what they are called and may do, what is theirs, and how they leave. */
@Controller
@RequestMapping("/settings/team/{id}")
class TeamPages {
    private final Team team;
    private final Workspaces workspaces;
    private final Templates templates;

    TeamPages(Team team, Workspaces workspaces, Templates templates) {
        this.team = team;
        this.workspaces = workspaces;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(Page page, Member by, @PathVariable UUID id) {
        Member known = team.find(by.workspace(), new MemberId(id));
        return page(page, known, MemberView.Typed.of(known), null);
    }

    @PostMapping
    Object change(
            Page page,
            Member by,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(required = false) @Nullable UUID successor,
            HttpServletResponse response) {
        var typed = new MemberView.Typed(name, email, role);
        return tried(
                page,
                by,
                id,
                typed,
                "/settings/team/" + id,
                response,
                () -> team.change(
                        by, new MemberId(id), new Team.Edit(name, email, Role.of(role), MemberId.orNull(successor))));
    }

    @PostMapping("/handover")
    Object handOver(
            Page page,
            Member by,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID successor,
            HttpServletResponse response) {
        return tried(
                page,
                by,
                id,
                null,
                "/settings/team/" + id,
                response,
                () -> team.handOver(by, new MemberId(id), MemberId.orNull(successor)));
    }

    @PostMapping("/password")
    Object setPassword(
            Page page,
            Member by,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String password,
            HttpServletResponse response) {
        return tried(
                page,
                by,
                id,
                null,
                "/settings/team/" + id,
                response,
                () -> team.setPassword(by, new MemberId(id), password));
    }

    @PostMapping("/leaving")
    Object leave(
            Page page,
            Member by,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID successor,
            HttpServletResponse response) {
        return tried(
                page,
                by,
                id,
                null,
                "/settings",
                response,
                () -> team.leave(by, new MemberId(id), MemberId.orNull(successor)));
    }

    @PostMapping("/return")
    ResponseEntity<Void> back(Member by, @PathVariable UUID id) {
        team.takeBack(by, new MemberId(id));
        return Redirect.saved("/settings/team/" + id);
    }

    /** What cannot be done is said on the member's page, with what was typed. */
    private Object tried(
            Page page,
            Member by,
            UUID id,
            MemberView.@Nullable Typed typed,
            String next,
            HttpServletResponse response,
            Runnable work) {
        Member known = team.find(by.workspace(), new MemberId(id));
        try {
            work.run();
            return Redirect.saved(next);
        } catch (Problem problem) {
            response.setStatus(problem.code().status());
            return page(page, known, typed == null ? MemberView.Typed.of(known) : typed, problem);
        }
    }

    private JteModel page(Page page, Member known, MemberView.Typed typed, @Nullable Problem problem) {
        var view = new MemberView(
                known,
                typed,
                team.heldBy(known),
                workspaces.members(known.workspace()).stream()
                        .filter(Member::answers)
                        .filter(one -> !one.id().equals(known.id()))
                        .toList(),
                team.keysOf(known));
        return templates.workspacesMember(page, view, problem);
    }
}
