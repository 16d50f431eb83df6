package org.upturn.server.contacts.web;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.contacts.ContactFilter;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.contacts.Where;
import org.upturn.server.contacts.segments.Segments;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.templates.Templates;

/** The people we ask. */
@Controller
class ContactPages {
    private final Contacts contacts;
    private final Segments segments;
    private final Templates templates;

    ContactPages(Contacts contacts, Segments segments, Templates templates) {
        this.contacts = contacts;
        this.segments = segments;
        this.templates = templates;
    }

    @GetMapping("/contacts")
    JteModel list(
            Page page,
            Member member,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(required = false) @Nullable UUID segment,
            @RequestParam(required = false) @Nullable UUID after) {
        var workspace = member.workspace();
        Where where = segment == null
                ? Where.EVERYBODY
                : segments.where(workspace, segments.find(workspace, segment).rule());
        return templates.contactsList(
                page,
                contacts.list(workspace, new ContactFilter(search, null, where), after, 50),
                search,
                contacts.count(workspace),
                segment == null ? null : contacts.count(workspace, where),
                segments.list(workspace),
                segment);
    }
}
