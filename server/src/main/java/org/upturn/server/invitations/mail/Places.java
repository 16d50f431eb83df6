package org.upturn.server.invitations.mail;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places in a text that each person's own words fill: {@code {name}}, or {@code {plan|your plan}} with what to say
 * where nothing is known. Whatever else stands in braces stays as it is.
 */
final class Places {
    private static final Pattern PLACE = Pattern.compile("\\{([\\p{L}\\p{N}_. -]{1,60})(?:\\|([^{}]{0,200}))?}");

    private Places() {}

    /** @param values by name in lower case */
    static String fill(String text, Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            String value = values.get(key(place.group(1)));
            String other = place.group(2) == null ? "" : place.group(2);
            return Matcher.quoteReplacement(value == null || value.isBlank() ? other : value);
        });
    }

    /** The names of the places, in lower case. */
    static Set<String> names(String text) {
        return new TreeSet<>(
                PLACE.matcher(text).results().map(place -> key(place.group(1))).toList());
    }

    /** A name as {@link #fill} looks it up. */
    static String key(String name) {
        return name.strip().toLowerCase(java.util.Locale.ROOT);
    }
}
