package org.upturn.server.house;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server answered. */
public record Reply(int status, HttpHeaders headers, byte[] bytes) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Reply of(HttpResponse<byte[]> response) {
        return new Reply(response.statusCode(), response.headers(), response.body());
    }

    public String body() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return JSON.readTree(body());
    }

    /** The header's first value; empty when it is absent. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Fails with the body when the status is another. */
    public Reply expect(int expected) {
        if (status != expected) {
            throw new AssertionError("expected status " + expected + " but was " + status + ": " + body());
        }
        return this;
    }
}
