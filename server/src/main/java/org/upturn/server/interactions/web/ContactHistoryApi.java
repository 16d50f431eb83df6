package org.upturn.server.interactions.web;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.interactions.Document;
import org.upturn.server.interactions.Interaction;
import org.upturn.server.interactions.Interactions;
import org.upturn.server.kernel.Slice;
import org.upturn.server.workspaces.Member;

/** A contact's documents and interactions for programs. */
@RestController
@RequestMapping("/api/v1/contacts/{contact}")
class ContactHistoryApi {
    private final Interactions interactions;
    private final Contacts contacts;

    ContactHistoryApi(Interactions interactions, Contacts contacts) {
        this.interactions = interactions;
        this.contacts = contacts;
    }

    record Documents(List<Document> items) {}

    record InteractionItem(UUID id, String kind, String title, String body, Instant happenedAt) {
        static InteractionItem of(Interaction one) {
            return new InteractionItem(one.id(), one.kind().word(), one.title(), one.body(), one.happenedAt());
        }
    }

    record InteractionItems(List<InteractionItem> items) {}

    record NewInteraction(
            @Nullable String kind,
            @Nullable String title,
            @Nullable String body) {}

    @GetMapping("/documents")
    Documents documents(Member member, @PathVariable UUID contact) {
        return new Documents(interactions.documents(member.workspace(), known(member, contact)));
    }

    @PostMapping("/documents")
    @ResponseStatus(HttpStatus.CREATED)
    Document add(Member member, @PathVariable UUID contact, @RequestParam MultipartFile file) throws IOException {
        return DocumentPages.add(interactions, member, contact, file);
    }

    /** The latest, the newest first. */
    @GetMapping("/interactions")
    InteractionItems latest(
            Member member, @PathVariable UUID contact, @RequestParam(required = false) @Nullable Integer limit) {
        return new InteractionItems(
                interactions.latest(member.workspace(), known(member, contact), Slice.limit(limit)).stream()
                        .map(InteractionItem::of)
                        .toList());
    }

    @PostMapping("/interactions")
    @ResponseStatus(HttpStatus.CREATED)
    InteractionItem log(Member member, @PathVariable UUID contact, @RequestBody NewInteraction told) {
        var kind = Interaction.Kind.of(told.kind() == null ? "" : told.kind());
        return InteractionItem.of(
                interactions.log(member.workspace(), new ContactId(contact), kind, told.title(), told.body()));
    }

    private ContactId known(Member member, UUID contact) {
        return contacts.find(member.workspace(), new ContactId(contact)).id();
    }
}
