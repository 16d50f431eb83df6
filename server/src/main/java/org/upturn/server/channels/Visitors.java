package org.upturn.server.channels;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upturn.server.contacts.Consent;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.contacts.NewContact;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Message;
import org.upturn.server.kernel.Problem;

/**
 * Makes contacts of those who come. Whoever only says who they are gets a contact of their own, even under an address that
 * we know: nothing known is shown or changed, and the queue of possible duplicates proposes to merge the two.
 */
@Component
class Visitors {
    private final Contacts contacts;
    private final Clock clock;

    Visitors(Contacts contacts, Clock clock) {
        this.contacts = contacts;
        this.clock = clock;
    }

    ContactId meet(Collector by, Person person) {
        return switch (person) {
            case Person.Anonymous none -> made(by, Contact.NAMELESS, new Message("collector.anonymous").english());
            case Person.Stranger stranger -> stranger(by, stranger);
            case Person.Signed signed -> signed(by, signed);
        };
    }

    Optional<Contact> find(Collector by, Person.Signed person) {
        return person.contact() == null ? byAddress(by, person.email()) : byId(by, person.contact());
    }

    private Optional<Contact> byId(Collector by, String id) {
        return contacts.findByExternalId(by.workspace(), id);
    }

    /** The one contact with this address, leaving out those who only typed it themselves. */
    private Optional<Contact> byAddress(Collector by, @Nullable String email) {
        if (email == null) {
            return Optional.empty();
        }
        List<Contact> same = contacts.list(by.workspace(), email, null, 50).items().stream()
                .filter(one -> email.equalsIgnoreCase(one.email()))
                .filter(one -> !Contact.isUnproven(one.externalId()))
                .toList();
        return same.size() == 1 ? Optional.of(same.getFirst()) : byId(by, siteId(email));
    }

    private static String siteId(String email) {
        return "site-" + email.toLowerCase(Locale.ROOT);
    }

    private ContactId stranger(Collector by, Person.Stranger person) {
        String email = blankless(person.email());
        String name = blankless(person.name());
        if (email == null && name == null) {
            return meet(by, Person.NOBODY);
        }
        // Made without the address, by which a known contact would be matched; it is added to the new one.
        ContactId id = made(by, by.kind().word() + "-", name == null ? email : name);
        Contact made = contacts.row(by.workspace(), id);
        // Who was asked whether we may write and did not say yes is not written to.
        Consent.State state = person.willing() ? Consent.State.GIVEN : Consent.State.WITHDRAWN;
        Consent consent = email == null ? null : new Consent(state, clock.instant(), by.name());
        contacts.store(by.workspace(), with(made, email, consent));
        return id;
    }

    private ContactId signed(Collector by, Person.Signed person) {
        if (person.contact() != null) {
            return contacts.register(
                            by.workspace(),
                            new NewContact(person.contact(), person.name(), person.email(), null, null, Map.of(), null))
                    .contact()
                    .id();
        }
        String email = person.email();
        if (email == null) {
            throw Problem.invalid("person", "problem.collector.person");
        }
        return byAddress(by, email).map(Contact::id).orElseGet(() -> {
            String name = person.name() == null ? email : person.name();
            Contact made = contacts.register(
                            by.workspace(), new NewContact(siteId(email), name, null, null, null, Map.of(), null))
                    .contact();
            contacts.store(by.workspace(), with(made, email, made.consent()));
            return made.id();
        });
    }

    private ContactId made(Collector by, String prefix, @Nullable String name) {
        return contacts.register(
                        by.workspace(), new NewContact(prefix + Ids.next(), name, null, null, null, Map.of(), null))
                .contact()
                .id();
    }

    private static Contact with(Contact made, @Nullable String email, @Nullable Consent consent) {
        return new Contact(
                made.id(),
                made.externalId(),
                made.name(),
                email == null ? null : checked(email),
                made.phone(),
                made.locale(),
                made.timeZone(),
                made.accountId(),
                made.account(),
                made.attributes(),
                made.population(),
                consent,
                made.knownSince(),
                made.revision(),
                made.erased());
    }

    /** Enough to be an address; whether it is theirs, only a mail can tell. */
    private static String checked(String email) {
        if (email.length() > 254 || !email.matches("[^\\s@<>\",;]+@[^\\s@<>\",;]+\\.[^\\s@<>\",;.]+")) {
            throw Problem.invalid("email", "problem.collector.email");
        }
        return email;
    }

    private static @Nullable String blankless(@Nullable String told) {
        return told == null || told.isBlank() ? null : told.strip();
    }
}
