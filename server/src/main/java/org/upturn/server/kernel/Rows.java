package org.upturn.server.kernel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the column types that every room uses: times, ids, attributes as JSON. */
public final class Rows {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("+10000-01-01T00:00:00Z");

    private Rows() {}

    /**
     * A time as a {@code timestamptz} parameter.
     *
     * @throws Problem outside of the years 1 to 9999: PostgreSQL's driver would keep it as infinity
     */
    public static @Nullable OffsetDateTime time(@Nullable Instant time) {
        if (time == null) {
            return null;
        }
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            throw Problem.invalid("time", "problem.time");
        }
        return time.atOffset(ZoneOffset.UTC);
    }

    public static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    /** Attributes as a {@code jsonb} parameter: write {@code cast(:attributes as jsonb)}. */
    public static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    public static Map<String, String> attributes(ResultSet row, String column) throws SQLException {
        return JSON.readValue(row.getString(column), ATTRIBUTES);
    }
}
