package org.upturn.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A workspace with one member, who is signed in, and one program, whose codebook and survey the server itself has made.
 *
 * @param session the value of the session cookie
 */
record Workspace(UUID id, UUID member, UUID program, String session) {
    private static final String SESSION = "bench-session-0123456789-0123456789-0123456789";
    private static final String KEY = "bench-key-0123456789-0123456789-0123456789";
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    /** The API key of its member. */
    String key() {
        return KEY;
    }

    static Workspace make(Server server, Connection database) throws IOException, InterruptedException, SQLException {
        UUID id = UUID.randomUUID();
        UUID member = UUID.randomUUID();
        run(
                database,
                "insert into workspace (id, name, time_zone, created_at) values (?, 'Bench', 'Europe/Berlin', current_timestamp)",
                id);
        run(database, """
                insert into member (workspace_id, id, name, email, password_hash, role, created_at)
                values (?, ?, 'Olga', 'olga@bench.example', '', 'owner', current_timestamp)""", id, member);
        run(database, """
                insert into member_session (token_hash, workspace_id, member_id, created_at, expires_at)
                values (?, ?, ?, current_timestamp, current_timestamp + interval '1 day')""", hash(SESSION), id, member);
        run(database, """
                insert into api_key (key_hash, workspace_id, id, member_id, name, hint, created_at)
                values (?, ?, ?, ?, 'bench', '', current_timestamp)""", hash(KEY), id, UUID.randomUUID(), member);
        return new Workspace(id, member, makeProgram(server), SESSION);
    }

    /** One that these scripts have filled. */
    static Workspace filled(Server server, Connection database, String... scripts) throws Exception {
        Workspace made = make(server, database);
        made.describe(database);
        for (String script : scripts) {
            Script.run(database, script);
        }
        return made;
    }

    /** The same with the statistics that a database has after a while. */
    static Workspace settled(Server server, Connection database, String... scripts) throws Exception {
        Workspace made = filled(server, database, scripts);
        run(database, "vacuum analyze");
        return made;
    }

    private static UUID makeProgram(Server server) throws IOException, InterruptedException {
        var answer = server.send(HttpRequest.newBuilder(URI.create(server.url("/api/v1/programs")))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"Relationship\"}"))
                .build());
        Matcher id = ID.matcher(answer.body());
        if (answer.statusCode() != 201 || !id.find()) {
            throw new IOException("No program: " + answer.statusCode() + " " + answer.body());
        }
        return UUID.fromString(id.group(1));
    }

    /** Makes the one-row table {@code scene} with these ids, for the scripts that fill the workspace. */
    void describe(Connection database) throws SQLException {
        run(database, """
                create temporary table scene as
                select survey.workspace_id, survey.program_id, survey.id as survey_id, ?::uuid as member_id,
                  program_codebook.codebook_id
                from survey
                join program_codebook using (workspace_id, program_id)
                where survey.workspace_id = ?""", member, id);
    }

    static void run(Connection database, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
