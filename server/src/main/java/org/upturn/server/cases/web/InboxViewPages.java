package org.upturn.server.cases.web;

import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.cases.views.InboxView;
import org.upturn.server.cases.views.InboxViews;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;

/** Views of the inbox: kept, renamed, put first, deleted and brought back. */
@Controller
@RequestMapping("/inbox-views")
class InboxViewPages {
    private final InboxViews views;

    InboxViewPages(InboxViews views) {
        this.views = views;
    }

    @PostMapping
    ResponseEntity<Void> save(
            Page page,
            Member member,
            @RequestParam String name,
            @RequestParam(defaultValue = "open") String status,
            @RequestParam(defaultValue = "") String subtype,
            @RequestParam(defaultValue = "") String attention,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "false") boolean shared) {
        var choice = new InboxChoice(status, subtype, attention, mine);
        return shown(page, views.save(member, name, choice.query(), shared));
    }

    @PostMapping("/{id}")
    ResponseEntity<Void> rename(Page page, Member member, @PathVariable UUID id, @RequestParam String name) {
        return shown(page, views.rename(member, id, name));
    }

    @PostMapping("/{id}/deletion")
    ResponseEntity<Void> delete(Page page, Member member, @PathVariable UUID id) {
        views.delete(member, id);
        return Redirect.to(page.to("/cases?status=open&deleted=" + id));
    }

    @PostMapping("/{id}/restoration")
    ResponseEntity<Void> restore(Page page, Member member, @PathVariable UUID id) {
        return shown(page, views.restore(member, id));
    }

    /** @param first whether it is to be what the inbox opens with */
    @PostMapping("/{id}/place")
    ResponseEntity<Void> place(
            Page page, Member member, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean first) {
        InboxView view = views.find(member, id);
        if (first) {
            views.putFirst(member, id);
        } else {
            views.putNoneFirst(member);
        }
        return shown(page, view);
    }

    private static ResponseEntity<Void> shown(Page page, InboxView view) {
        return Redirect.to(page.to("/cases?" + view.query()));
    }
}
