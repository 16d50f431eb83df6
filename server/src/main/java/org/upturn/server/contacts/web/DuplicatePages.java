package org.upturn.server.contacts.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.contacts.duplicates.Duplicate;
import org.upturn.server.contacts.duplicates.Duplicates;
import org.upturn.server.contacts.duplicates.Merges;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** The queue of contacts that may be one person. Side by side, with both histories, they are shown by the reports. */
@Controller
class DuplicatePages {
    private static final int SHOWN = 100;

    private final Duplicates duplicates;
    private final Merges merges;
    private final Contacts contacts;
    private final Templates templates;

    DuplicatePages(Duplicates duplicates, Merges merges, Contacts contacts, Templates templates) {
        this.duplicates = duplicates;
        this.merges = merges;
        this.contacts = contacts;
        this.templates = templates;
    }

    @GetMapping("/duplicates")
    JteModel list(Page page, Member member, @RequestParam(defaultValue = "false") boolean looked) {
        return templates.contactsDuplicates(
                page, duplicates.list(member.workspace(), SHOWN), duplicates.count(member.workspace()), looked);
    }

    @PostMapping("/duplicates")
    ResponseEntity<Void> look(Member member) {
        duplicates.look(member.workspace());
        return Redirect.to("/duplicates?looked=true");
    }

    @PostMapping("/duplicates/{id}/dismissal")
    ResponseEntity<Void> dismiss(Member member, @PathVariable UUID id) {
        duplicates.dismiss(member, id);
        return Redirect.to("/duplicates");
    }

    @PostMapping("/duplicates/{id}/return")
    ResponseEntity<Void> restore(Member member, @PathVariable UUID id) {
        duplicates.restore(member, id);
        return Redirect.to("/duplicates/" + id);
    }

    /** @param take fields in which the other contact's value goes before the survivor's */
    @PostMapping("/duplicates/{id}/merge")
    ResponseEntity<Void> merge(
            Member member,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID survivor,
            @RequestParam(required = false) @Nullable List<String> take) {
        Duplicate pair = duplicates.find(member.workspace(), id);
        boolean other = pair.other().id().value().equals(survivor);
        ContactId kept = other ? pair.other().id() : pair.one().id();
        ContactId gone = other ? pair.one().id() : pair.other().id();
        merges.merge(member, kept, gone, take == null ? Set.of() : Set.copyOf(take));
        return Redirect.to("/contacts/" + kept.value());
    }

    /** Puts this contact beside the one of that id of the team's own. */
    @PostMapping("/contacts/{id}/duplicate")
    ResponseEntity<Void> tell(Member member, @PathVariable UUID id, @RequestParam(defaultValue = "") String with) {
        ContactId one = contacts.find(member.workspace(), new ContactId(id)).id();
        ContactId other = contacts.findByExternalId(member.workspace(), with.strip())
                .orElseThrow(() -> Problem.invalid("with", "problem.duplicate.with"))
                .id();
        return Redirect.to("/duplicates/" + duplicates.tell(member, one, other).id());
    }

    @PostMapping("/merges/{id}/split")
    ResponseEntity<Void> split(Member member, @PathVariable UUID id) {
        merges.split(member, id);
        return Redirect.to("/duplicates");
    }
}
