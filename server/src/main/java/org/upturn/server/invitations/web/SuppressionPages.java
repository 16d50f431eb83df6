package org.upturn.server.invitations.web;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.invitations.outbox.Suppressions;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** The addresses that get no mail. The search is sent as a form, for addresses do not belong into URLs. */
@Controller
class SuppressionPages {
    private static final int SHOWN = 100;

    private final Suppressions suppressions;
    private final Templates templates;

    SuppressionPages(Suppressions suppressions, Templates templates) {
        this.suppressions = suppressions;
        this.templates = templates;
    }

    @GetMapping("/suppressions")
    JteModel list(Page page, Member member, @RequestParam(required = false) @Nullable UUID after) {
        return templates.invitationsSuppressions(page, suppressions.list(member.workspace(), null, after, SHOWN), "");
    }

    @PostMapping("/suppressions/search")
    JteModel search(Page page, Member member, @RequestParam(defaultValue = "") String search) {
        return templates.invitationsSuppressions(
                page, suppressions.list(member.workspace(), search, null, SHOWN), search);
    }

    @PostMapping("/suppressions")
    ResponseEntity<Void> add(Member member, @RequestParam(required = false) @Nullable String address) {
        suppressions.add(member, address);
        return Redirect.to("/suppressions");
    }

    @PostMapping("/suppressions/{suppression}/lift")
    ResponseEntity<Void> lift(Member member, @PathVariable UUID suppression) {
        suppressions.lift(member, suppression);
        return Redirect.to("/suppressions");
    }
}
