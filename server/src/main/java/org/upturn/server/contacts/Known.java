package org.upturn.server.contacts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upturn.server.contacts.clean.CleanText;

/** Contacts that are known already, and whom a row that comes in means among them. */
final class Known {
    private final Map<ContactId, Contact> contacts = new HashMap<>();
    private final Map<String, ContactId> byExternalId = new HashMap<>();
    private final Map<String, List<ContactId>> byEmail = new HashMap<>();

    /** @param externalId under which it may be told of; another than its own where it took somebody in */
    void put(String externalId, Contact contact) {
        forget(contact.id());
        contacts.put(contact.id(), contact);
        byExternalId.put(externalId, contact.id());
        byExternalId.put(contact.externalId(), contact.id());
        emailKey(contact)
                .ifPresent(email -> byEmail.computeIfAbsent(email, none -> new ArrayList<>())
                        .add(contact.id()));
    }

    void forget(ContactId id) {
        Contact before = contacts.remove(id);
        if (before != null) {
            byExternalId.remove(before.externalId(), id);
            emailKey(before).ifPresent(email -> byEmail.get(email).remove(id));
        }
    }

    /**
     * By the external id; else whoever was known by that e-mail address alone; else, when nothing but the address is
     * told, the one contact that has it.
     */
    @Nullable
    Contact match(NewContact told) {
        String email = told.email() == null ? null : CleanText.emailKey(told.email());
        if (told.isKnownByEmail()) {
            List<ContactId> same = byEmail.getOrDefault(String.valueOf(email), List.of());
            return same.size() == 1 ? contacts.get(same.getFirst()) : byExternalId(told.externalId());
        }
        Contact byId = byExternalId(told.externalId());
        return byId != null || email == null ? byId : byExternalId(email);
    }

    private @Nullable Contact byExternalId(@Nullable String externalId) {
        return contacts.get(byExternalId.get(externalId));
    }

    private static Optional<String> emailKey(Contact contact) {
        return Contact.isUnproven(contact.externalId())
                ? Optional.empty()
                : Optional.ofNullable(contact.email()).map(CleanText::emailKey);
    }
}
