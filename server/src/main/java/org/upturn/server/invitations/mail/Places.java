package org.upturn.server.invitations.mail;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upturn.server.contacts.Contact;
import org.upturn.server.surveys.Wave;
import org.upturn.server.workspaces.Workspace;

/**
 * The places in a text that each person's own words fill: {@code {name}}, or {@code {plan|your plan}} with what to say
 * where nothing is known. Whatever else stands in braces stays as it is.
 */
public final class Places {
    /** The places that are filled for everybody. */
    static final Set<String> KNOWN =
            Set.of("name", "firstname", "account", "organization", "program", "wave", "closes");

    private static final Pattern PLACE = Pattern.compile("\\{([\\p{L}\\p{N}_. -]{1,60})(?:\\|([^{}]{0,200}))?}");

    private Places() {}

    /** @param values by name in lower case */
    public static String fill(String text, Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            String value = values.get(key(place.group(1)));
            String other = place.group(2) == null ? "" : place.group(2);
            return Matcher.quoteReplacement(value == null || value.isBlank() ? other : value);
        });
    }

    /** The names of the places, in lower case. */
    public static Set<String> names(String text) {
        return new TreeSet<>(
                PLACE.matcher(text).results().map(place -> key(place.group(1))).toList());
    }

    /**
     * What fills the places for one person.
     *
     * @param language in which the day is written on which the wave closes
     */
    public static Map<String, String> values(
            Contact contact, Workspace workspace, String program, Wave wave, String language) {
        var values = new HashMap<String, String>();
        contact.attributes().forEach((name, value) -> values.put(key(name), value));
        String name = contact.name().equalsIgnoreCase(contact.email()) ? "" : contact.name();
        values.put("name", name);
        values.put("firstname", name.strip().split("\\s+", 2)[0]);
        values.put("account", contact.account() == null ? "" : contact.account());
        values.put("organization", workspace.name());
        values.put("program", program);
        values.put("wave", wave.name());
        values.put(
                "closes",
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(Locale.forLanguageTag(language))
                        .format(wave.lastMoment().atZone(workspace.timeZone())));
        return values;
    }

    /** A name as {@link #fill} looks it up. */
    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
