package org.upturn.server.changes.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.changes.Changes;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.verbatims.Codebooks;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** What was changed, and the form for the next change. */
@Controller
class ChangePages {
    private final Changes changes;
    private final Surveys surveys;
    private final Codebooks codebooks;
    private final Templates templates;

    ChangePages(Changes changes, Surveys surveys, Codebooks codebooks, Templates templates) {
        this.changes = changes;
        this.surveys = surveys;
        this.codebooks = codebooks;
        this.templates = templates;
    }

    @GetMapping("/changes")
    Object list(
            Page page,
            Member member,
            @RequestParam(required = false) @Nullable UUID program,
            @RequestParam(defaultValue = "") String theme) {
        List<Program> programs = surveys.programs(member.workspace());
        if (programs.isEmpty()) {
            return Redirect.to("/programs/new");
        }
        Program chosen = surveys.chosen(member.workspace(), program).orElseThrow();
        var codebook = codebooks.active(member.workspace(), chosen.id()).codebook();
        return templates.changesList(
                page,
                programs,
                chosen,
                changes.list(member.workspace(), chosen.id()).reversed(),
                codebook,
                theme);
    }

    @PostMapping("/programs/{program}/changes")
    ResponseEntity<Void> make(
            Member member,
            @PathVariable UUID program,
            @RequestParam String theme,
            @RequestParam String title,
            @RequestParam String announcement) {
        changes.make(member, new ProgramId(program), new Changes.NewChange(theme, title, announcement));
        return Redirect.to("/changes?program=" + program);
    }
}
