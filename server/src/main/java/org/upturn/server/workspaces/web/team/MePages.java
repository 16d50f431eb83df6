package org.upturn.server.workspaces.web.team;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.server.workspaces.Team;
import org.upturn.server.workspaces.web.Credentials;
import org.upturn.templates.Templates;

/** One's own password. */
@Controller
class MePages {
    private final Team team;
    private final Templates templates;

    MePages(Team team, Templates templates) {
        this.team = team;
        this.templates = templates;
    }

    @GetMapping("/me")
    JteModel show(Page page) {
        return templates.workspacesMe(page, null);
    }

    @PostMapping("/me/password")
    Object changePassword(
            Page page,
            Member member,
            @RequestParam String old,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            team.changePassword(member, old, password, Credentials.session(request));
            return Redirect.saved("/me");
        } catch (Problem problem) {
            response.setStatus(problem.code().status());
            return templates.workspacesMe(page, problem);
        }
    }
}
