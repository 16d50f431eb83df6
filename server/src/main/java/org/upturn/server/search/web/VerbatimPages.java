package org.upturn.server.search.web;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.responses.Responses;
import org.upturn.server.verbatims.review.Verdicts;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** One verbatim with its reading, and correcting it. */
@Controller
class VerbatimPages {
    private final VerbatimViews views;
    private final Responses responses;
    private final Verdicts verdicts;
    private final Templates templates;

    VerbatimPages(VerbatimViews views, Responses responses, Verdicts verdicts, Templates templates) {
        this.views = views;
        this.responses = responses;
        this.verdicts = verdicts;
        this.templates = templates;
    }

    @GetMapping("/verbatims/{id}")
    JteModel show(Page page, Member member, @PathVariable UUID id) {
        return templates.searchVerbatim(page, views.of(member.workspace(), new ResponseId(id)));
    }

    /** @param say {@code yes}, {@code no}, or {@code back} to take back what was said */
    @PostMapping("/verbatims/{id}/verdicts")
    ResponseEntity<Void> judge(
            Member member, @PathVariable UUID id, @RequestParam String theme, @RequestParam String say) {
        Response answer = responses.find(member.workspace(), new ResponseId(id));
        if (say.equals("back")) {
            verdicts.withdraw(member, answer, theme);
        } else {
            verdicts.give(member, answer, theme, say.equals("yes"));
        }
        return Redirect.to("/verbatims/" + id + "#themes");
    }
}
