package org.upturn.server.contacts;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A person we know and ask, with the id under which the team's other systems know them (S1-09).
 *
 * @param externalId the team's own id, unique in the workspace
 * @param locale a BCP 47 tag, for example {@code de-AT}
 * @param timeZone for example {@code Europe/Vienna}
 * @param accountId the account of that name
 * @param attributes segments such as site, age group or plan, each as its definition writes it
 * @param population how they come to be here, for example mandated or in crisis: a −10 means different things (S1-30c)
 * @param consent null when nobody asked
 * @param knownSince when the relationship began
 * @param revision rises with every change
 * @param erased whether the person was deleted and only the history is left
 */
public record Contact(
        ContactId id,
        String externalId,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String locale,
        @Nullable String timeZone,
        @Nullable UUID accountId,
        @Nullable String account,
        Map<String, String> attributes,
        @Nullable String population,
        @Nullable Consent consent,
        Instant knownSince,
        int revision,
        boolean erased) {
    /** What the ids of those begin with who answered without saying who they are. */
    public static final String NAMELESS = "anonymous-";

    private static final Pattern UNPROVEN = Pattern.compile("(open|widget|kiosk)-[0-9a-f-]{36}");

    private static final Set<String> LANGUAGE = Set.of("locale", "language", "lang");

    public Contact {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** The team's own id to show beside the name; null where only the e-mail address stands in for it. */
    public @Nullable String ownId() {
        return erased || externalId.equalsIgnoreCase(email) ? null : externalId;
    }

    /**
     * Whether nobody but themselves says who they are: they came by an open link, a widget or a kiosk. They are meant by no
     * address, for everybody can type any.
     */
    public static boolean isUnproven(String externalId) {
        return UNPROVEN.matcher(externalId).matches();
    }

    /** Whether nobody knows who this is. */
    public boolean isNameless() {
        return externalId.startsWith(NAMELESS);
    }

    /** What they speak, as far as the team has told; in the attribute of that name where there is no locale. */
    public @Nullable String language() {
        return locale != null
                ? locale
                : attributes.entrySet().stream()
                        .filter(one -> LANGUAGE.contains(one.getKey().toLowerCase(Locale.ROOT)))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
    }

    /** Whether they said that they do not want to be asked. */
    public boolean isUnwilling() {
        return consent != null && consent.isWithdrawn();
    }

    /** Whether nothing that people can read differs. */
    boolean saysTheSameAs(Contact other) {
        return withRevision(0).equals(other.withRevision(0));
    }

    /** The same as another revision of it. */
    public Contact withRevision(int number) {
        return new Contact(
                id,
                externalId,
                name,
                email,
                phone,
                locale,
                timeZone,
                accountId,
                account,
                attributes,
                population,
                consent,
                knownSince,
                number,
                erased);
    }
}
