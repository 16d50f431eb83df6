package org.upturn.server.contacts.web;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.templates.Templates;

/** The people we ask. */
@Controller
class ContactPages {
    private final Contacts contacts;
    private final Templates templates;

    ContactPages(Contacts contacts, Templates templates) {
        this.contacts = contacts;
        this.templates = templates;
    }

    @GetMapping("/contacts")
    JteModel list(
            Page page,
            Member member,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(required = false) @Nullable UUID after) {
        return templates.contactsList(
                page, contacts.list(member.workspace(), search, after, 50), search, contacts.count(member.workspace()));
    }
}
