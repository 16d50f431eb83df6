package org.upturn.server.contacts.web;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.upturn.server.contacts.AttributeDefinition;
import org.upturn.server.contacts.AttributeType;
import org.upturn.server.contacts.Consent;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.Hint;
import org.upturn.server.kernel.Problem;

/**
 * The form of one contact.
 *
 * @param contact who is edited; null for a new one
 * @param values what stands in the fields, by field
 * @param problem why it was not taken
 */
public record ContactForm(
        @Nullable Contact contact,
        Map<String, String> values,
        List<AttributeField> attributes,
        List<Hint> hints,
        @Nullable Problem problem) {
    /** An attribute in the form. */
    public record AttributeField(String name, AttributeType type, List<String> choices, boolean demographic) {}

    static ContactForm of(
            @Nullable Contact contact,
            Map<String, String> values,
            List<AttributeDefinition> definitions,
            List<Hint> hints,
            @Nullable Problem problem) {
        var fields = new ArrayList<AttributeField>();
        var loose = new TreeSet<String>(
                contact == null ? List.of() : contact.attributes().keySet());
        for (AttributeDefinition one : definitions) {
            fields.add(new AttributeField(one.name(), one.type(), one.choices(), one.demographic()));
            loose.remove(one.name());
        }
        loose.forEach(name -> fields.add(new AttributeField(name, AttributeType.TEXT, List.of(), false)));
        return new ContactForm(contact, values, fields, hints, problem);
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What stands in the fields of a contact. */
    static Map<String, String> values(Contact contact) {
        var values = new HashMap<String, String>();
        values.put("externalId", contact.ownId());
        values.put("name", contact.name());
        values.put("email", contact.email());
        values.put("phone", contact.phone());
        values.put("locale", contact.locale());
        values.put("timeZone", contact.timeZone());
        values.put("account", contact.account());
        values.put("population", contact.population());
        values.put(
                "knownSince",
                contact.knownSince().atZone(ZoneOffset.UTC).toLocalDate().toString());
        Consent consent = contact.consent();
        values.put(
                "consent",
                consent == null || consent.state() == null
                        ? ""
                        : consent.state().word());
        values.put("consentHow", consent == null ? "" : consent.how());
        contact.attributes().forEach((name, value) -> values.put("attribute:" + name, value));
        values.replaceAll((field, value) -> value == null ? "" : value);
        return values;
    }

    /** What a form that was sent changes, as the door takes it; only fields whose text differs from what was shown. */
    static Map<String, @Nullable Object> told(Map<String, String> sent, Map<String, String> shown) {
        var told = new LinkedHashMap<String, @Nullable Object>();
        var attributes = new LinkedHashMap<String, @Nullable String>();
        sent.forEach((field, value) -> {
            if (value.strip().equals(shown.getOrDefault(field, ""))) {
                return;
            }
            String text = value.isBlank() ? null : value.strip();
            if (field.startsWith("attribute:")) {
                attributes.put(field.substring("attribute:".length()), text);
            } else if (FIELDS.contains(field)) {
                told.put(field, text);
            }
        });
        if (!attributes.isEmpty()) {
            told.put("attributes", attributes);
        }
        String state = sent.getOrDefault("consent", "");
        String how = sent.getOrDefault("consentHow", "").strip();
        if (!state.equals(shown.getOrDefault("consent", "")) || !how.equals(shown.getOrDefault("consentHow", ""))) {
            told.put("consent", state.isBlank() ? null : consent(state, how));
        }
        return told;
    }

    private static Map<String, @Nullable String> consent(String state, String how) {
        var consent = new LinkedHashMap<String, @Nullable String>();
        consent.put("state", state.toLowerCase(Locale.ROOT));
        consent.put("how", how.isEmpty() ? null : how);
        return consent;
    }

    private static final List<String> FIELDS = List.of(
            "externalId", "name", "email", "phone", "locale", "timeZone", "account", "population", "knownSince");
}
