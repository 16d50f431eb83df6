package org.upturn.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/** Runs an SQL script that lies beside the classes. */
final class Script {
    private Script() {}

    static void run(Connection database, String name) throws SQLException {
        try (InputStream in = Objects.requireNonNull(Script.class.getResourceAsStream(name), name);
                var statement = database.createStatement()) {
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
