package org.upturn.server.contacts.web;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.contacts.NewContact;
import org.upturn.server.kernel.Slice;
import org.upturn.server.workspaces.Member;

/** Contacts for programs. */
@RestController
@RequestMapping("/api/v1/contacts")
class ContactsApi {
    private final Contacts contacts;

    ContactsApi(Contacts contacts) {
        this.contacts = contacts;
    }

    record ContactItem(
            UUID id,
            String externalId,
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String account,
            Map<String, String> attributes,
            Instant knownSince) {
        static ContactItem of(Contact contact) {
            return new ContactItem(
                    contact.id().value(),
                    contact.externalId(),
                    contact.name(),
                    contact.email(),
                    contact.phone(),
                    contact.account(),
                    contact.attributes(),
                    contact.knownSince());
        }
    }

    @GetMapping
    Slice<ContactItem> list(
            Member member,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String externalId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        if (externalId != null) {
            var found = contacts.findByExternalId(member.workspace(), externalId).stream()
                    .map(ContactItem::of)
                    .toList();
            return new Slice<>(found, null);
        }
        return contacts.list(member.workspace(), search, after, Slice.limit(limit))
                .map(ContactItem::of);
    }

    @GetMapping("/{id}")
    ContactItem find(Member member, @PathVariable UUID id) {
        return ContactItem.of(contacts.find(member.workspace(), new ContactId(id)));
    }

    /** Registers a contact (201) or brings the known one of that external id up to date (200). */
    @PostMapping
    ResponseEntity<ContactItem> register(Member member, @RequestBody NewContact told) {
        Contacts.Registered registered = contacts.register(member.workspace(), told);
        return ResponseEntity.status(registered.created() ? 201 : 200).body(ContactItem.of(registered.contact()));
    }
}
