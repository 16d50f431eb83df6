package org.upturn.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls of the API by the member of a workspace. */
record Api(Server server, Workspace workspace) {
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    /** The body of the answer, which must have this status. */
    String call(String method, String path, String body, int status) throws IOException, InterruptedException {
        var answer = server.send(HttpRequest.newBuilder(URI.create(server.url("/api/v1" + path)))
                .header("Authorization", "Bearer " + workspace.key())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
        if (answer.statusCode() != status) {
            throw new IOException(method + " " + path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** The first id in a body. */
    static String id(String body) {
        Matcher id = ID.matcher(body);
        if (!id.find()) {
            throw new IllegalArgumentException(body);
        }
        return id.group(1);
    }

    /** A whole number by its name, wherever it stands first; 0 where it does not. */
    static int number(String body, String field) {
        Matcher number = Pattern.compile("\"" + field + "\":(\\d+)").matcher(body);
        return number.find() ? Integer.parseInt(number.group(1)) : 0;
    }

    /** Sets up a mail server on loopback. */
    void mailTo(int port) throws IOException, InterruptedException {
        call("PUT", "/settings/mail", """
                {"server": {"host": "127.0.0.1", "port": %d, "tls": "none"},
                 "sender": {"name": "Bench", "address": "bench@example.org"},
                 "publicUrl": "%s", "perMinute": 100000}""".formatted(port, server.url("")), 200);
    }

    /** Opens a wave and gives its path. */
    String wave(String name) throws IOException, InterruptedException {
        String waves = "/programs/" + workspace.program() + "/waves";
        return waves + "/" + id(call("POST", waves, """
                        {"name": "%s", "opensAt": "2026-01-01T00:00:00Z", "closesAt": "2099-01-01T00:00:00Z"}""".formatted(name), 201));
    }
}
