package org.upturn.server.responses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads answers by question from a {@code jsonb} column. */
final class StoredAnswers {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, List<String>>> TYPE = new TypeReference<>() {};

    private StoredAnswers() {}

    static Map<String, List<String>> of(ResultSet row, String column) throws SQLException {
        return JSON.readValue(row.getString(column), TYPE);
    }
}
