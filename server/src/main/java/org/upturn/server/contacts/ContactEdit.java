package org.upturn.server.contacts;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upturn.server.contacts.clean.CleanText;
import org.upturn.server.kernel.Problem;

/**
 * A change to one contact, field by field: a field that is named takes what is told and is cleared by null; a field that
 * is not named stays (RFC 7396, JSON merge patch).
 */
final class ContactEdit {
    private final Rules rules;
    private final Clock clock;

    ContactEdit(Rules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** @param account finds or makes the account of a name */
    Contact apply(Contact known, Map<String, @Nullable Object> told, Accountant account) {
        told.keySet().stream()
                .filter(field -> !FIELDS.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw Problem.invalid(field, "problem.contact.field", field);
                });
        String email = told.containsKey("email") ? CleanText.email(text(told, "email")) : known.email();
        String id = told.containsKey("externalId") ? CleanText.trimmed("externalId", text(told, "externalId")) : null;
        if (told.containsKey("externalId") && id == null && email == null) {
            throw Problem.invalid("externalId", "problem.contact.key");
        }
        boolean knownByEmail = known.ownId() == null;
        String externalId = id != null
                ? id
                : told.containsKey("externalId") || knownByEmail && email != null
                        ? CleanText.emailKey(String.valueOf(email))
                        : known.externalId();
        String name = told.containsKey("name") ? CleanText.name("name", text(told, "name")) : known.name();
        AccountRepository.Name of =
                told.containsKey("account") ? account.of(CleanText.name("account", text(told, "account"))) : null;
        boolean keepsAccount = !told.containsKey("account");
        return new Contact(
                known.id(),
                externalId,
                name == null ? externalId : name,
                email,
                told.containsKey("phone") ? rules.phone(text(told, "phone")) : known.phone(),
                told.containsKey("locale") ? CleanText.locale(text(told, "locale")) : known.locale(),
                told.containsKey("timeZone") ? CleanText.timeZone(text(told, "timeZone")) : known.timeZone(),
                keepsAccount ? known.accountId() : of == null ? null : of.id(),
                keepsAccount ? known.account() : of == null ? null : of.name(),
                attributes(known, told),
                told.containsKey("population")
                        ? CleanText.name("population", text(told, "population"))
                        : known.population(),
                told.containsKey("consent") ? consent(known, told.get("consent")) : known.consent(),
                knownSince(known, told),
                known.revision(),
                false);
    }

    /** Finds or makes an account. */
    interface Accountant {
        AccountRepository.@Nullable Name of(@Nullable String name);
    }

    static final java.util.Set<String> FIELDS = java.util.Set.of(
            "externalId",
            "name",
            "email",
            "phone",
            "locale",
            "timeZone",
            "account",
            "attributes",
            "population",
            "consent",
            "knownSince");

    private Map<String, String> attributes(Contact known, Map<String, @Nullable Object> told) {
        if (!told.containsKey("attributes")) {
            return known.attributes();
        }
        if (told.get("attributes") == null) {
            return Map.of();
        }
        var changed = new LinkedHashMap<>(known.attributes());
        object("attributes", told.get("attributes")).forEach((field, value) -> {
            String name = rules.name(String.valueOf(field));
            if (value == null || value.toString().isBlank()) {
                changed.remove(name);
            } else if (!value.toString().strip().equals(known.attributes().get(name))) {
                changed.putAll(rules.attributes(Map.of(name, value.toString())));
            }
        });
        return changed;
    }

    private @Nullable Consent consent(Contact known, @Nullable Object told) {
        if (told == null) {
            return null;
        }
        Map<?, ?> object = object("consent", told);
        if (!(object.get("state") instanceof String state)) {
            throw Problem.invalid("consent", "problem.contact.consent");
        }
        Object at = object.get("at");
        Object how = object.get("how");
        Consent consent = rules.consent(new Consent(
                Consent.State.of(state), at == null ? null : time("consent", at), how == null ? null : how.toString()));
        return consent.says(known.consent()) ? known.consent() : Registry.dated(consent, clock.instant());
    }

    private static Instant knownSince(Contact known, Map<String, @Nullable Object> told) {
        Object since = told.get("knownSince");
        return since == null ? known.knownSince() : time("knownSince", since);
    }

    private static Instant time(String field, Object told) {
        try {
            String text = told.toString();
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException none) {
            throw Problem.invalid(field, "problem.contact.time");
        }
    }

    private static Map<?, ?> object(String field, @Nullable Object told) {
        if (told instanceof Map<?, ?> object) {
            return object;
        }
        throw Problem.invalid(field, "problem.contact.object", field);
    }

    private static @Nullable String text(Map<String, @Nullable Object> told, String field) {
        Object value = told.get(field);
        if (value instanceof Map || value instanceof Iterable) {
            throw Problem.invalid(field, "problem.contact.text", field);
        }
        return value == null ? null : value.toString();
    }
}
