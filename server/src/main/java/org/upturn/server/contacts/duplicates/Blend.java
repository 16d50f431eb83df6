package org.upturn.server.contacts.duplicates;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.upturn.server.contacts.Consent;
import org.upturn.server.contacts.Contact;

/** Makes one contact of two, and takes exactly that back. */
final class Blend {
    private Blend() {}

    /**
     * The survivor with what it lacks from the merged contact, and those fields that somebody chose to take from it. Known
     * since whichever is earlier; who withdrew consent under either id has withdrawn it, unless it was only typed into an open link.
     *
     * @param taken field names as in the API, an attribute as {@code attribute:Plan}
     */
    static Contact of(Contact survivor, Contact merged, Set<String> taken) {
        return build(
                survivor,
                new Choice() {
                    @Override
                    public <T> @Nullable T of(
                            String field, @Nullable T mine, BiFunction<Contact, String, @Nullable T> read) {
                        T theirs = read.apply(merged, field);
                        return theirs != null && (mine == null || taken.contains(field)) ? theirs : mine;
                    }
                },
                names(survivor, merged),
                consent(survivor, merged),
                earlier(survivor, merged));
    }

    /** As it is now, but with the fields that a merge changed and nobody since as they were before it. */
    static Contact back(Contact now, Contact before, Contact after) {
        return build(
                now,
                new Choice() {
                    @Override
                    public <T> @Nullable T of(
                            String field, @Nullable T mine, BiFunction<Contact, String, @Nullable T> read) {
                        T made = read.apply(after, field);
                        return Objects.equals(mine, made) ? read.apply(before, field) : mine;
                    }
                },
                names(now, after),
                Objects.equals(now.consent(), after.consent()) ? before.consent() : now.consent(),
                now.knownSince().equals(after.knownSince()) ? before.knownSince() : now.knownSince());
    }

    private interface Choice {
        <T> @Nullable T of(String field, @Nullable T mine, BiFunction<Contact, String, @Nullable T> read);
    }

    private static Contact build(
            Contact mine, Choice choice, Set<String> names, @Nullable Consent consent, Instant since) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String name : names) {
            String value = choice.of(
                    "attribute:" + name,
                    mine.attributes().get(name),
                    (contact, field) -> contact.attributes().get(name));
            if (value != null) {
                attributes.put(name, value);
            }
        }
        UUID account = choice.of("account", mine.accountId(), (contact, field) -> contact.accountId());
        return new Contact(
                mine.id(),
                mine.externalId(),
                String.valueOf(choice.of("name", mine.name(), (contact, field) -> contact.name())),
                choice.of("email", mine.email(), (contact, field) -> contact.email()),
                choice.of("phone", mine.phone(), (contact, field) -> contact.phone()),
                choice.of("locale", mine.locale(), (contact, field) -> contact.locale()),
                choice.of("timeZone", mine.timeZone(), (contact, field) -> contact.timeZone()),
                account,
                null,
                attributes,
                choice.of("population", mine.population(), (contact, field) -> contact.population()),
                consent,
                since,
                mine.revision(),
                mine.erased());
    }

    private static Set<String> names(Contact one, Contact other) {
        var names = new TreeSet<>(one.attributes().keySet());
        names.addAll(other.attributes().keySet());
        return names;
    }

    private static @Nullable Consent consent(Contact survivor, Contact merged) {
        if (Contact.isUnproven(merged.externalId())) {
            // A box that a visitor left empty takes nothing from what a known person agreed to.
            return survivor.consent();
        }
        if (survivor.consent() == null || merged.isUnwilling() && !survivor.isUnwilling()) {
            return merged.consent() == null ? survivor.consent() : merged.consent();
        }
        return survivor.consent();
    }

    private static Instant earlier(Contact one, Contact other) {
        return one.knownSince().isBefore(other.knownSince()) ? one.knownSince() : other.knownSince();
    }
}
