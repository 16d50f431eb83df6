package org.upturn.server.contacts;

import java.util.Map;

/**
 * A part of the where clause of a statement over {@code contact} and its {@code account}.
 *
 * @param sql made of our own words only; what people typed is in the parameters
 */
public record Where(String sql, Map<String, Object> parameters) {
    public static final Where EVERYBODY = new Where("true", Map.of());

    public Where {
        parameters = Map.copyOf(parameters);
    }
}
