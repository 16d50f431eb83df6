package org.upturn.server.contacts;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person we know and ask, with the id under which the team's other systems know them (S1-09).
 *
 * @param externalId the team's own id, unique in the workspace
 * @param attributes segments such as site, age group or plan
 * @param knownSince when the relationship began
 */
public record Contact(
        ContactId id,
        String externalId,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String account,
        Map<String, String> attributes,
        Instant knownSince) {
    public Contact {
        attributes = Map.copyOf(attributes);
    }

    /** The team's own id to show beside the name; null where only the e-mail address stands in for it. */
    public @Nullable String ownId() {
        return externalId.equalsIgnoreCase(email) ? null : externalId;
    }
}
