package org.upturn.server.activity.web;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.activity.CaseActivity;
import org.upturn.server.activity.CaseComments;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.Cases;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.server.workspaces.Workspaces;
import org.upturn.templates.Templates;

/** What the team says about a case and what happened to it: part of its record, and a page of its own. */
@Controller
@RequestMapping("/cases/{id}")
class ActivityPages {
    private final Cases cases;
    private final CaseActivity activity;
    private final CaseComments comments;
    private final Contacts contacts;
    private final Workspaces workspaces;
    private final Templates templates;

    ActivityPages(
            Cases cases,
            CaseActivity activity,
            CaseComments comments,
            Contacts contacts,
            Workspaces workspaces,
            Templates templates) {
        this.cases = cases;
        this.activity = activity;
        this.comments = comments;
        this.contacts = contacts;
        this.workspaces = workspaces;
        this.templates = templates;
    }

    @GetMapping("/activity")
    JteModel activity(
            Page page,
            Member member,
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part) {
        Case item = cases.find(member.workspace(), new CaseId(id));
        var view = new ActivityView(
                item,
                contacts.find(member.workspace(), item.contact()).name(),
                comments.ofCase(member.workspace(), item.id()),
                activity.of(member.workspace(), item.id()),
                workspaces.members(member.workspace()));
        return part == null ? templates.activityActivity(page, view) : templates.activity_activity(page, view, false);
    }

    @PostMapping("/comments")
    ResponseEntity<Void> add(Member member, @PathVariable UUID id, @RequestParam String words) {
        comments.add(member, new CaseId(id), words);
        return back(id);
    }

    @PostMapping("/comments/{comment}")
    ResponseEntity<Void> edit(
            Member member, @PathVariable UUID id, @PathVariable UUID comment, @RequestParam String words) {
        comments.edit(member, new CaseId(id), comment, words);
        return back(id);
    }

    @PostMapping("/comments/{comment}/deletion")
    ResponseEntity<Void> delete(Member member, @PathVariable UUID id, @PathVariable UUID comment) {
        comments.delete(member, new CaseId(id), comment);
        return back(id);
    }

    private static ResponseEntity<Void> back(UUID id) {
        return Redirect.to("/cases/" + id + "#activity");
    }
}
