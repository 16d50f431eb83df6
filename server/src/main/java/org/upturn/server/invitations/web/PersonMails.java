package org.upturn.server.invitations.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.invitations.outbox.MailFates;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.templates.Templates;

/** The mails that a person got, and what became of each: a part of the person's page, and a page of its own. */
@Controller
class PersonMails {
    private static final int SHOWN = 50;

    private final MailFates fates;
    private final Contacts contacts;
    private final Surveys surveys;
    private final Templates templates;

    PersonMails(MailFates fates, Contacts contacts, Surveys surveys, Templates templates) {
        this.fates = fates;
        this.contacts = contacts;
        this.surveys = surveys;
        this.templates = templates;
    }

    @GetMapping("/contacts/{id}/mails")
    JteModel show(
            Page page,
            Member member,
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part) {
        Contact contact = contacts.find(member.workspace(), new ContactId(id));
        List<FateRow> rows = fates.list(member.workspace(), contact.id(), null, null, SHOWN).items().stream()
                .map(fate -> new FateRow(
                        surveys.wave(member.workspace(), fate.wave()).name(), fate))
                .toList();
        return part == null ? templates.invitationsMails(page, contact, rows) : templates.invitations_mails(page, rows);
    }
}
