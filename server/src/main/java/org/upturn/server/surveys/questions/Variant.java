package org.upturn.server.surveys.questions;

import java.util.Map;

/**
 * Another wording of score question and reason for one segment (S2-07); what it leaves empty is asked as usual.
 *
 * @param id where its words stand among the texts: {@code v.ID.score}, {@code v.ID.why}
 */
public record Variant(String id, String attribute, String value) {
    public Variant {
        attribute = attribute == null ? "" : attribute;
        value = value == null ? "" : value;
    }

    public String key(String text) {
        return "v." + id + "." + text;
    }

    boolean isFor(Map<String, String> segments) {
        return !attribute.isBlank() && Segments.match(segments, attribute.strip(), value.strip());
    }
}
