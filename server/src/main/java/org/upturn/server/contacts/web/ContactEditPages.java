package org.upturn.server.contacts.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.contacts.Attributes;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.ContactDeletion;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.contacts.NewContact;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** Adding, changing and deleting one contact. */
@Controller
class ContactEditPages {
    private final Contacts contacts;
    private final ContactDeletion deletion;
    private final Attributes attributes;
    private final Templates templates;

    ContactEditPages(Contacts contacts, ContactDeletion deletion, Attributes attributes, Templates templates) {
        this.contacts = contacts;
        this.deletion = deletion;
        this.attributes = attributes;
        this.templates = templates;
    }

    @GetMapping("/contacts/new")
    JteModel fresh(Page page, Member member) {
        return form(page, member, null, Map.of(), null);
    }

    @PostMapping("/contacts")
    Object add(Page page, Member member, @RequestParam Map<String, String> sent, HttpServletResponse answer) {
        try {
            var key =
                    new NewContact(sent.get("externalId"), sent.get("name"), sent.get("email"), null, null, null, null);
            Contact made = contacts.add(
                    member,
                    key,
                    ContactForm.told(
                            sent,
                            Map.of(
                                    "externalId",
                                            sent.getOrDefault("externalId", "").strip(),
                                    "name", sent.getOrDefault("name", "").strip(),
                                    "email", sent.getOrDefault("email", "").strip())));
            return shown(member, made.id());
        } catch (Problem problem) {
            answer.setStatus(problem.code().status());
            return form(page, member, null, sent, problem);
        }
    }

    @GetMapping("/contacts/{id}/edit")
    JteModel edit(Page page, Member member, @PathVariable UUID id) {
        Contact known = contacts.find(member.workspace(), new ContactId(id));
        return form(page, member, known, ContactForm.values(known), null);
    }

    @PostMapping("/contacts/{id}/details")
    Object change(
            Page page,
            Member member,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            HttpServletResponse answer) {
        Contact known = contacts.find(member.workspace(), new ContactId(id));
        try {
            contacts.change(
                    member, known.id(), ContactForm.told(sent, ContactForm.values(known)), seen(sent.get("seen")));
            return shown(member, known.id());
        } catch (Problem problem) {
            answer.setStatus(problem.code().status());
            return form(page, member, known, sent, problem);
        }
    }

    @PostMapping("/contacts/{id}/deletion")
    ResponseEntity<Void> delete(Member member, @PathVariable UUID id) {
        deletion.delete(member, new ContactId(id));
        return Redirect.to("/contacts");
    }

    /** Back to the form while something looks mistyped, else to the record. */
    private ResponseEntity<Void> shown(Member member, ContactId id) {
        Contact known = contacts.find(member.workspace(), id);
        boolean hinted = !contacts.hints(member.workspace(), known).isEmpty();
        return Redirect.saved("/contacts/" + id.value() + (hinted ? "/edit" : ""));
    }

    private JteModel form(
            Page page, Member member, @Nullable Contact known, Map<String, String> values, @Nullable Problem problem) {
        var all = new HashMap<>(known == null ? Map.<String, String>of() : ContactForm.values(known));
        all.putAll(values);
        return templates.contactsEdit(
                page,
                ContactForm.of(
                        known,
                        all,
                        attributes.list(member.workspace()),
                        known == null ? List.of() : contacts.hints(member.workspace(), known),
                        problem));
    }

    private static @Nullable Integer seen(@Nullable String revision) {
        return revision == null || !revision.matches("\\d{1,9}") ? null : Integer.valueOf(revision);
    }
}
