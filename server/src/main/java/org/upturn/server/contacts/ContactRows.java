package org.upturn.server.contacts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Rows;

/** A contact as a row and back. */
final class ContactRows {
    /** The columns of {@link #contact}, from {@code contact} and {@code account}. */
    static final String COLUMNS = """
            contact.id, contact.external_id, contact.name, contact.email, contact.phone, contact.locale,
              contact.time_zone, contact.account_id, account.name as account_name, contact.attributes,
              contact.population, contact.consent, contact.consent_at, contact.consent_how, contact.known_since,
              contact.revision, contact.erased_at""";

    /** Contacts handed in by the parameter {@code told}, as rows. */
    static final String TOLD = """
            jsonb_to_recordset(cast(:told as jsonb)) as told (id uuid, external_id text, name text, email text,
              phone text, phone_key text, locale text, time_zone text, account_id uuid, attributes jsonb,
              population text, consent text, consent_at timestamptz, consent_how text, known_since timestamptz,
              revision integer)""";

    private ContactRows() {}

    static Contact contact(ResultSet row, int n) throws SQLException {
        return new Contact(
                new ContactId(Rows.id(row, "id")),
                row.getString("external_id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("locale"),
                row.getString("time_zone"),
                row.getObject("account_id", UUID.class),
                row.getString("account_name"),
                Rows.attributes(row, "attributes"),
                row.getString("population"),
                consent(row),
                Rows.time(row, "known_since"),
                row.getInt("revision"),
                Rows.timeOrNull(row, "erased_at") != null);
    }

    private static @Nullable Consent consent(ResultSet row) throws SQLException {
        String state = row.getString("consent");
        return state == null
                ? null
                : new Consent(
                        Consent.State.valueOf(state.toUpperCase(Locale.ROOT)),
                        Rows.timeOrNull(row, "consent_at"),
                        row.getString("consent_how"));
    }

    /** What {@link #TOLD} reads: an array with an object for each contact. */
    static String json(Collection<Contact> contacts) {
        return Rows.json(contacts.stream().map(ContactRows::columns).toList());
    }

    private static Map<String, Object> columns(Contact contact) {
        var values = new HashMap<String, Object>();
        Consent consent = contact.consent();
        values.put("id", contact.id().value());
        values.put("external_id", contact.externalId());
        values.put("name", contact.name());
        values.put("email", contact.email());
        values.put("phone", contact.phone());
        values.put("phone_key", Rules.phoneKey(contact.phone()));
        values.put("locale", contact.locale());
        values.put("time_zone", contact.timeZone());
        values.put("account_id", contact.accountId());
        values.put("attributes", contact.attributes());
        values.put("population", contact.population());
        values.put(
                "consent",
                consent == null || consent.state() == null
                        ? null
                        : consent.state().word());
        values.put("consent_at", consent == null ? null : Rows.time(consent.at()));
        values.put("consent_how", consent == null ? null : consent.how());
        values.put("known_since", Rows.time(contact.knownSince()));
        values.put("revision", contact.revision());
        return values;
    }
}
