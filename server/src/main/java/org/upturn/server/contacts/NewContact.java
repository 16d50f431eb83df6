package org.upturn.server.contacts;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upturn.server.contacts.clean.CleanText;

/**
 * What somebody tells us of a contact.
 *
 * @param externalId the team's own id; the e-mail address stands in for it when there is none
 * @param account the name of the account; one that nobody knows is made
 * @param knownSince when the relationship began; now when not told
 */
public record NewContact(
        @Nullable String externalId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String locale,
        @Nullable String timeZone,
        @Nullable String account,
        @Nullable Map<String, String> attributes,
        @Nullable String population,
        @Nullable Consent consent,
        @Nullable Instant knownSince) {
    /** The few things that most systems know. */
    public NewContact(
            @Nullable String externalId,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String account,
            @Nullable Map<String, String> attributes,
            @Nullable Instant knownSince) {
        this(externalId, name, email, phone, null, null, account, attributes, null, null, knownSince);
    }

    /** Whether only the e-mail address says who this is. */
    public boolean isKnownByEmail() {
        return email != null && CleanText.emailKey(email).equals(externalId);
    }
}
