package org.upturn.server.contacts.web;

import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.upturn.server.contacts.AttributeDefinition;
import org.upturn.server.contacts.Attributes;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.contacts.imports.ContactImport;
import org.upturn.server.contacts.imports.ContactImports;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** Import step by step: choose a file, look at the mapping, watch it come in, mend what was not taken. */
@Controller
class ImportPages {
    private final ContactImports imports;
    private final Attributes attributes;
    private final Contacts contacts;
    private final Templates templates;

    ImportPages(ContactImports imports, Attributes attributes, Contacts contacts, Templates templates) {
        this.imports = imports;
        this.attributes = attributes;
        this.contacts = contacts;
        this.templates = templates;
    }

    @GetMapping("/imports")
    JteModel list(Page page, Member member) {
        return templates.contactsImports(
                page, imports.list(member.workspace(), null, 20).items());
    }

    @PostMapping("/imports")
    ResponseEntity<Void> upload(Member member, @RequestParam MultipartFile file) throws IOException {
        if (file.isEmpty()) {
            throw Problem.invalid("file", "problem.import.empty");
        }
        String name = file.getOriginalFilename() == null ? "contacts.csv" : file.getOriginalFilename();
        return Redirect.to(
                "/imports/" + imports.upload(member, name, file.getBytes()).id());
    }

    @GetMapping("/imports/{id}")
    JteModel show(Page page, Member member, @PathVariable UUID id) {
        ContactImport known = imports.find(member.workspace(), id);
        if (known.state() == ContactImport.State.PREVIEW) {
            return templates.contactsImportPreview(page, known, imports.preview(member.workspace(), id), names(member));
        }
        return templates.contactsImportProgress(page, known, rejected(member, known), kept(member, known));
    }

    @PostMapping("/imports/{id}/start")
    ResponseEntity<Void> start(Member member, @PathVariable UUID id, @RequestParam List<String> becomes) {
        imports.start(member, id, becomes);
        return Redirect.to("/imports/" + id);
    }

    /** Looks at another sheet of the workbook. */
    @PostMapping("/imports/{id}/sheet")
    ResponseEntity<Void> choose(Member member, @PathVariable UUID id, @RequestParam(defaultValue = "") String sheet) {
        imports.choose(member, id, sheet);
        return Redirect.to("/imports/" + id);
    }

    /** Says what the import would do with that mapping, and does nothing. */
    @PostMapping("/imports/{id}/check")
    ResponseEntity<Void> check(Member member, @PathVariable UUID id, @RequestParam List<String> becomes) {
        imports.check(member, id, becomes);
        return Redirect.to("/imports/" + id);
    }

    @PostMapping("/imports/{id}/undoing")
    ResponseEntity<Void> undo(Member member, @PathVariable UUID id) {
        imports.undo(member, id);
        return Redirect.to("/imports/" + id);
    }

    @GetMapping("/imports/{id}/progress")
    JteModel progress(Page page, Member member, @PathVariable UUID id) {
        ContactImport known = imports.find(member.workspace(), id);
        return templates.contacts_importState(page, known, rejected(member, known), kept(member, known));
    }

    /** Who stays as they are after an undo, by id. */
    private Map<ContactId, Contact> kept(Member member, ContactImport known) {
        return known.undone() == null
                ? Map.of()
                : contacts.findAll(
                        member.workspace(),
                        known.undone().reasons().stream()
                                .map(one -> new ContactId(one.contact()))
                                .toList());
    }

    private List<String> names(Member member) {
        return attributes.list(member.workspace()).stream()
                .map(AttributeDefinition::name)
                .toList();
    }

    private List<ContactImport.Rejected> rejected(Member member, ContactImport known) {
        return known.rejected() == 0 ? List.of() : imports.rejected(member.workspace(), known.id(), 100);
    }
}
