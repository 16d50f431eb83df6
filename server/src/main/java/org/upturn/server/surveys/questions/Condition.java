package org.upturn.server.surveys.questions;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Group;

/**
 * To whom a question is shown; all parts that are given must hold.
 *
 * @param groups words of the groups ({@code detractor}, …); empty for all
 * @param after earlier questions by id, with the answers of which one must have been given
 * @param attribute a segment attribute of the contact, which must have that value; null for any
 * @param languages in which it is asked; empty for all
 */
public record Condition(
        List<String> groups,
        Map<String, List<String>> after,
        @Nullable String attribute,
        @Nullable String value,
        List<String> languages) {
    public static final Condition ALWAYS = new Condition(null, null, null, null, null);

    public Condition {
        groups = groups == null ? List.of() : List.copyOf(groups);
        after = after == null ? Map.of() : java.util.Collections.unmodifiableMap(new TreeMap<>(after));
        attribute = attribute == null || attribute.isBlank() ? null : attribute.strip();
        value = attribute == null || value == null ? null : value.strip();
        languages = languages == null ? List.of() : List.copyOf(languages);
    }

    /** Whether there is nothing to hold. */
    @JsonIgnore
    public boolean isAlways() {
        return equals(ALWAYS);
    }

    /** Whether it can be shown to a person of these segments in this language. */
    boolean mayHold(String language, Map<String, String> segments) {
        boolean spoken = languages.isEmpty() || languages.contains(language);
        return spoken && (attribute == null || Segments.match(segments, attribute, value));
    }

    /** Whether the answers so far call for it. */
    boolean holds(@Nullable Group group, Map<String, List<String>> answers) {
        boolean grouped = groups.isEmpty() || group != null && groups.contains(group.word());
        return grouped
                && after.entrySet().stream()
                        .allMatch(one -> answers.getOrDefault(one.getKey(), List.of()).stream()
                                .anyMatch(one.getValue()::contains));
    }
}
