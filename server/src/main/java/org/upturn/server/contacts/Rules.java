package org.upturn.server.contacts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.upturn.server.contacts.clean.CleanText;
import org.upturn.server.contacts.clean.EmailTypos;
import org.upturn.server.contacts.clean.Phones;
import org.upturn.server.kernel.Message;
import org.upturn.server.kernel.Problem;

/** How one workspace writes what it is told of contacts. */
public final class Rules {
    private static final int MOST_ATTRIBUTES = 50;

    private final Map<String, AttributeDefinition> definitions = new LinkedHashMap<>();
    private final @Nullable String region;
    private final Supplier<List<String>> domains;
    private @Nullable List<String> frequent;

    Rules(List<AttributeDefinition> definitions, @Nullable String region, Supplier<List<String>> domains) {
        definitions.forEach(one -> this.definitions.put(one.name().toLowerCase(Locale.ROOT), one));
        this.region = region;
        this.domains = domains;
    }

    /** The same told cleanly, or the problem that says what to mend. Cleaning twice changes nothing. */
    public NewContact clean(NewContact told) {
        var faults = new Faults();
        String id = faults.of(() -> CleanText.trimmed("externalId", told.externalId()));
        String email = faults.of(() -> CleanText.email(told.email()));
        var clean = new NewContact(
                id == null && email != null ? CleanText.emailKey(email) : id,
                faults.of(() -> CleanText.name("name", told.name())),
                email,
                faults.of(() -> phone(told.phone())),
                faults.of(() -> CleanText.locale(told.locale())),
                faults.of(() -> CleanText.timeZone(told.timeZone())),
                faults.of(() -> CleanText.name("account", told.account())),
                faults.of(() -> attributes(told.attributes() == null ? Map.of() : told.attributes())),
                faults.of(() -> CleanText.name("population", told.population())),
                faults.of(() -> consent(told.consent())),
                told.knownSince());
        faults.check();
        if (clean.externalId() == null) {
            throw Problem.invalid("externalId", "problem.contact.key");
        }
        return clean;
    }

    @Nullable
    String phone(@Nullable String typed) {
        String text = CleanText.trimmed("phone", typed);
        return text == null ? null : Phones.of(text, region).shown();
    }

    static @Nullable String phoneKey(@Nullable String phone) {
        return phone == null ? null : Phones.of(phone, null).key();
    }

    @Nullable
    Consent consent(@Nullable Consent told) {
        return told == null
                ? null
                : new Consent(
                        told.state() == null ? Consent.State.GIVEN : told.state(),
                        told.at(),
                        CleanText.name("consent", told.how()));
    }

    /** An attribute without a value is one not told. */
    Map<String, String> attributes(Map<String, String> told) {
        var clean = new LinkedHashMap<String, String>();
        told.forEach((field, value) -> {
            String name = name(field);
            String text = CleanText.trimmed(name, value);
            if (text != null) {
                AttributeDefinition known = definitions.get(name.toLowerCase(Locale.ROOT));
                clean.put(name, known == null ? text : known.checked(text));
            }
        });
        if (clean.size() > MOST_ATTRIBUTES) {
            throw Problem.invalid("attributes", "problem.contact.attributes", MOST_ATTRIBUTES);
        }
        return clean;
    }

    /** The name of an attribute as its definition spells it. */
    public String name(@Nullable String field) {
        String name = CleanText.name("attributes", field);
        if (name == null) {
            throw Problem.invalid("attributes", "problem.contact.attribute");
        }
        AttributeDefinition known = definitions.get(name.toLowerCase(Locale.ROOT));
        return known == null ? name : known.name();
    }

    /** What looks mistyped in it. */
    public List<Hint> hints(@Nullable String email, @Nullable String phone) {
        var hints = new ArrayList<Hint>();
        if (email != null) {
            EmailTypos.suggestion(email, frequent())
                    .ifPresent(meant -> hints.add(new Hint(
                            "email",
                            new Message("contact.hint.email", email.substring(email.lastIndexOf('@') + 1), meant),
                            meant)));
        }
        if (phone != null && !Phones.of(phone, region).sound()) {
            hints.add(new Hint(
                    "phone",
                    region == null && !phone.startsWith("+")
                            ? new Message("contact.hint.region")
                            : new Message("contact.hint.phone"),
                    null));
        }
        return hints;
    }

    private List<String> frequent() {
        if (frequent == null) {
            frequent = domains.get();
        }
        return frequent;
    }
}
