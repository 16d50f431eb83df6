package org.upturn.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One theme as it stands in a codebook file, read field by field with messages that name the theme. */
record ThemeEntry(Map<?, ?> fields, String where) {

    void refuseUnknown(Set<String> known) {
        for (Object field : fields.keySet()) {
            if (!known.contains(String.valueOf(field))) {
                throw new CodebookException(where + ": the field '" + field + "' is not known; a theme has "
                        + "id, name, description, examples, gap, owner and parent.");
            }
        }
    }

    String required(String field) {
        String text = optional(field, "");
        if (text.isEmpty()) {
            throw new CodebookException(
                    where + ", field '" + field + "': it is missing or empty; write '" + field + ": …'.");
        }
        return text;
    }

    String optional(String field, String otherwise) {
        return text(fields.get(field), where, field, otherwise);
    }

    @Nullable
    String absentOr(String field) {
        String text = optional(field, "");
        return text.isEmpty() ? null : text;
    }

    @Nullable
    Gap gap() {
        String word = optional("gap", "");
        if (word.isEmpty()) {
            return null;
        }
        for (Gap gap : Gap.values()) {
            if (gap.word().equals(word)) {
                return gap;
            }
        }
        throw new CodebookException(where + ", field 'gap': '" + word
                + "' is not one of delivery, feedback-loop, access; choose one or leave it out.");
    }

    List<String> list(String field, int most) {
        Object value = fields.get(field);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> items)) {
            throw new CodebookException(where + ", field '" + field + "': write a list, one '- …' a line.");
        }
        if (items.size() > most) {
            throw new CodebookException(where + ", field '" + field + "': at most " + most + " can be read.");
        }
        List<String> texts = new ArrayList<>();
        for (Object item : items) {
            String text = text(item, where, field, "");
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }

    static String text(@Nullable Object value, String where, String field, String otherwise) {
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Map || value instanceof List) {
            throw new CodebookException(where + ", field '" + field
                    + "': it should be a text; put it in quotation marks if it holds a colon or a bracket.");
        }
        String text = value.toString().strip();
        if (text.length() > CodebookFile.LONGEST_TEXT) {
            throw new CodebookException(
                    where + ", field '" + field + "': longer than " + CodebookFile.LONGEST_TEXT + " characters.");
        }
        return text.isEmpty() ? otherwise : text;
    }
}
