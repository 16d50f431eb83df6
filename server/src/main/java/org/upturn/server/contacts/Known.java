package org.upturn.server.contacts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upturn.server.contacts.clean.CleanText;

/** Contacts that are known already, and whom a row that comes in means among them. */
final class Known {
    private final Map<String, Contact> byExternalId = new HashMap<>();
    private final Map<String, List<Contact>> byEmail = new HashMap<>();

    /** @param externalId under which it may be told of; another than its own where it took somebody in */
    void put(String externalId, Contact contact) {
        byExternalId.values().removeIf(known -> known.id().equals(contact.id()) && !known.equals(contact));
        byExternalId.put(externalId, contact);
        byExternalId.put(contact.externalId(), contact);
        byEmail.values().forEach(same -> same.removeIf(known -> known.id().equals(contact.id())));
        if (contact.email() != null) {
            byEmail.computeIfAbsent(CleanText.emailKey(contact.email()), none -> new ArrayList<>())
                    .add(contact);
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
            List<Contact> same = byEmail.getOrDefault(String.valueOf(email), List.of());
            return same.size() == 1 ? same.getFirst() : byExternalId.get(told.externalId());
        }
        Contact byId = byExternalId.get(told.externalId());
        return byId != null || email == null ? byId : byExternalId.get(email);
    }
}
