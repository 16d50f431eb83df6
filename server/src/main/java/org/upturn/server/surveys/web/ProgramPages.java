package org.upturn.server.surveys.web;

import gg.jte.models.runtime.JteModel;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** Makes programs. */
@Controller
class ProgramPages {
    private final Surveys surveys;
    private final Templates templates;

    ProgramPages(Surveys surveys, Templates templates) {
        this.surveys = surveys;
        this.templates = templates;
    }

    @GetMapping("/programs/new")
    JteModel form(Page page) {
        return templates.surveysNewProgram(page);
    }

    @PostMapping("/programs")
    ResponseEntity<Void> create(
            Member member,
            @RequestParam String name,
            @RequestParam String starter,
            @RequestParam(defaultValue = "") String scoreQuestion) {
        var program = surveys.create(member, new Surveys.NewProgram(name, scoreQuestion, null, starter));
        return Redirect.to("/waves?program=" + program.id().value());
    }
}
