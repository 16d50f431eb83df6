package org.upturn.server.contacts.bulk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.NewContact;

/** Who is known already, and whom a row means among them; the same rule as for one contact alone. */
final class Meant {
    private final Map<String, UUID> byExternalId = new HashMap<>();
    private final Map<String, Set<UUID>> byEmail = new HashMap<>();

    void put(String externalId, @Nullable String email, UUID id) {
        byExternalId.put(externalId, id);
        if (email != null && !Contact.isUnproven(externalId)) {
            byEmail.computeIfAbsent(email, none -> new HashSet<>(2)).add(id);
        }
    }

    @Nullable
    UUID of(NewContact told) {
        String email = BulkContacts.emailKey(told);
        if (told.isKnownByEmail()) {
            Set<UUID> same = byEmail.getOrDefault(String.valueOf(email), Set.of());
            return same.size() == 1 ? same.iterator().next() : byExternalId.get(told.externalId());
        }
        UUID byId = byExternalId.get(told.externalId());
        return byId != null || email == null ? byId : byExternalId.get(email);
    }
}
