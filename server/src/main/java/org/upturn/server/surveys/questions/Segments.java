package org.upturn.server.surveys.questions;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares segment attributes the way people mean them: without regard to case. */
final class Segments {
    private Segments() {}

    static boolean match(Map<String, String> segments, String attribute, @Nullable String value) {
        return segments.entrySet().stream()
                .anyMatch(one -> one.getKey().strip().equalsIgnoreCase(attribute)
                        && one.getValue().strip().equalsIgnoreCase(value == null ? "" : value));
    }
}
