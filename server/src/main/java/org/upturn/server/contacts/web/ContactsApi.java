package org.upturn.server.contacts.web;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.ContactDeletion;
import org.upturn.server.contacts.ContactFilter;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.contacts.NewContact;
import org.upturn.server.contacts.Where;
import org.upturn.server.contacts.segments.Segments;
import org.upturn.server.contacts.web.ContactItem.ConsentItem;
import org.upturn.server.kernel.Slice;
import org.upturn.server.workspaces.Member;

/** Contacts for programs. */
@RestController
@RequestMapping("/api/v1/contacts")
class ContactsApi {
    private final Contacts contacts;
    private final ContactDeletion deletion;
    private final Segments segments;
    private final MessageSource messages;

    ContactsApi(Contacts contacts, ContactDeletion deletion, Segments segments, MessageSource messages) {
        this.contacts = contacts;
        this.deletion = deletion;
        this.segments = segments;
        this.messages = messages;
    }

    record NewContactItem(
            @Nullable String externalId,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String locale,
            @Nullable String timeZone,
            @Nullable String account,
            @Nullable Map<String, String> attributes,
            @Nullable String population,
            @Nullable ConsentItem consent,
            @Nullable Instant knownSince) {
        NewContact told() {
            return new NewContact(
                    externalId,
                    name,
                    email,
                    phone,
                    locale,
                    timeZone,
                    account,
                    attributes,
                    population,
                    ConsentItem.told(consent),
                    knownSince);
        }
    }

    @GetMapping
    Slice<ContactItem> list(
            Member member,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String externalId,
            @RequestParam(required = false) @Nullable UUID segment,
            @RequestParam(required = false) @Nullable UUID account,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        if (externalId != null) {
            var found = contacts.findByExternalId(member.workspace(), externalId).stream()
                    .map(ContactItem::of)
                    .toList();
            return new Slice<>(found, null);
        }
        Where where = segment == null
                ? Where.EVERYBODY
                : segments.where(
                        member.workspace(),
                        segments.find(member.workspace(), segment).rule());
        return contacts.list(member.workspace(), new ContactFilter(search, account, where), after, Slice.limit(limit))
                .map(ContactItem::of);
    }

    @GetMapping("/{id}")
    ContactItem find(Member member, @PathVariable UUID id) {
        return hinted(member, contacts.find(member.workspace(), new ContactId(id)));
    }

    /** Registers a contact (201) or brings the known one of that external id up to date (200). */
    @PostMapping
    ResponseEntity<ContactItem> register(Member member, @RequestBody NewContactItem told) {
        Contacts.Registered registered = contacts.register(member.workspace(), told.told());
        return ResponseEntity.status(registered.created() ? 201 : 200).body(hinted(member, registered.contact()));
    }

    /** Changes the fields that are named; null clears one (RFC 7396). */
    @PatchMapping(
            path = "/{id}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    ContactItem change(Member member, @PathVariable UUID id, @RequestBody Map<String, @Nullable Object> told) {
        return hinted(member, contacts.change(member, new ContactId(id), told, null));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Member member, @PathVariable UUID id) {
        deletion.delete(member, new ContactId(id));
    }

    private ContactItem hinted(Member member, Contact contact) {
        return ContactItem.of(contact, contacts.hints(member.workspace(), contact), messages);
    }
}
