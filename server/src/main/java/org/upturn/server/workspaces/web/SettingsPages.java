package org.upturn.server.workspaces.web;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.server.workspaces.Role;
import org.upturn.server.workspaces.Team;
import org.upturn.server.workspaces.Workspaces;
import org.upturn.templates.Templates;

/** Who is in, and which programs may call. */
@Controller
class SettingsPages {
    private final Workspaces workspaces;
    private final Team team;
    private final Templates templates;

    SettingsPages(Workspaces workspaces, Team team, Templates templates) {
        this.workspaces = workspaces;
        this.team = team;
        this.templates = templates;
    }

    @GetMapping("/settings")
    JteModel settings(Page page, Member member) {
        return settings(page, member, null);
    }

    @PostMapping("/members")
    ResponseEntity<Void> add(
            Member member,
            @RequestParam String name,
            @RequestParam String email,
            @RequestParam String password,
            @RequestParam String role) {
        workspaces.addMember(member, new Workspaces.NewMember(name, email, password, Role.of(role)));
        return Redirect.to("/settings");
    }

    /** The only page that ever shows the key, so it is the answer to the form itself. */
    @PostMapping("/api-keys")
    JteModel addKey(Page page, Member member, @RequestParam String name) {
        return settings(page, member, workspaces.addApiKey(member, name));
    }

    @PostMapping("/api-keys/{id}/revocation")
    ResponseEntity<Void> revoke(Member member, @PathVariable UUID id) {
        workspaces.revokeApiKey(member, id);
        return Redirect.to("/settings");
    }

    private JteModel settings(Page page, Member member, Workspaces.NewApiKey shown) {
        return templates.workspacesSettings(
                page,
                workspaces.members(member.workspace()),
                team.left(member.workspace()),
                workspaces.apiKeys(member.workspace()),
                workspaces.names(member.workspace()),
                shown);
    }
}
