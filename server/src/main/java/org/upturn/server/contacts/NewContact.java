package org.upturn.server.contacts;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Problem;

/**
 * What somebody tells us of a contact.
 *
 * @param externalId the team's own id; the e-mail address stands in for it when there is none
 * @param knownSince when the relationship began; now when not told
 */
public record NewContact(
        @Nullable String externalId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String account,
        @Nullable Map<String, String> attributes,
        @Nullable Instant knownSince) {
    private static final int LONGEST = 300;
    private static final int MOST_ATTRIBUTES = 50;

    /** The same with blanks taken away, or the problem that says what to mend. */
    NewContact checked() {
        String mail = text("email", email);
        if (mail != null && !mail.matches("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+")) {
            throw Problem.invalid("email", "problem.contact.email", shortened(mail));
        }
        String id = text("externalId", externalId);
        if (id == null && mail == null) {
            throw Problem.invalid("externalId", "problem.contact.key");
        }
        String key = id == null ? mail.toLowerCase(Locale.ROOT) : id;
        String shown = text("name", name);
        Map<String, String> segments = segments();
        if (segments.size() > MOST_ATTRIBUTES) {
            throw Problem.invalid("attributes", "problem.contact.attributes", MOST_ATTRIBUTES);
        }
        return new NewContact(
                key,
                shown == null ? key : shown,
                mail,
                text("phone", phone),
                text("account", account),
                segments,
                knownSince);
    }

    /** Whether only the e-mail address says who this is. */
    boolean isKnownByEmail() {
        return emailKey().equals(externalId);
    }

    /** The e-mail address as it stands in for an id. */
    String emailKey() {
        return String.valueOf(email).toLowerCase(Locale.ROOT);
    }

    NewContact withExternalId(String known) {
        return new NewContact(known, name, email, phone, account, attributes, knownSince);
    }

    /** An attribute without a value is one not told. */
    private Map<String, String> segments() {
        var told = new LinkedHashMap<String, String>();
        (attributes == null ? Map.<String, String>of() : attributes).forEach((field, value) -> {
            String name = text("attributes", field);
            if (name == null) {
                throw Problem.invalid("attributes", "problem.contact.attribute");
            }
            if (text(name, value) != null) {
                told.put(name, value);
            }
        });
        return told;
    }

    private static @Nullable String text(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip();
        if (text.length() > LONGEST) {
            throw Problem.invalid(field, "problem.contact.long", LONGEST, text.length());
        }
        if (text.indexOf('\0') >= 0) {
            throw Problem.invalid(field, "problem.contact.nul");
        }
        return text;
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, value.offsetByCodePoints(0, 50)) + "…";
    }
}
