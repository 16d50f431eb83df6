package org.upturn.server.house;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP to the running server, with an API key or as nobody. Follows no redirects. */
public record Client(String url, @Nullable String key) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public Reply get(String path) {
        return send("GET", path, Map.of(), BodyPublishers.noBody());
    }

    public Reply head(String path) {
        return send("HEAD", path, Map.of(), BodyPublishers.noBody());
    }

    public Reply delete(String path) {
        return send("DELETE", path, Map.of(), BodyPublishers.noBody());
    }

    /** Sends a value as JSON; a text is sent as it is. */
    public Reply post(String path, Object value) {
        return post(path, Map.of(), value);
    }

    public Reply post(String path, Map<String, String> headers, Object value) {
        var all = new java.util.HashMap<>(headers);
        all.putIfAbsent("Content-Type", "application/json");
        String body = value instanceof String text ? text : JSON.writeValueAsString(value);
        return send("POST", path, all, BodyPublishers.ofString(body));
    }

    public Reply put(String path, Object value) {
        var json = Map.of("Content-Type", "application/json");
        return send("PUT", path, json, BodyPublishers.ofString(JSON.writeValueAsString(value)));
    }

    public Reply patch(String path, Object value) {
        var json = Map.of("Content-Type", "application/json");
        String body = value instanceof String text ? text : JSON.writeValueAsString(value);
        return send("PATCH", path, json, BodyPublishers.ofString(body));
    }

    /** Sends a form the way a browser does. */
    public Reply form(String path, Map<String, String> fields) {
        return form(path, Map.of(), fields);
    }

    public Reply form(String path, Map<String, String> headers, Map<String, String> fields) {
        var all = new java.util.HashMap<>(headers);
        all.put("Content-Type", "application/x-www-form-urlencoded");
        return send("POST", path, all, BodyPublishers.ofString(Forms.encoded(fields)));
    }

    /** Uploads a file as the field {@code file} of a form. */
    public Reply upload(String path, String fileName, byte[] content) {
        return upload(path, Map.of(), Map.of(), fileName, content);
    }

    public Reply upload(
            String path, Map<String, String> headers, Map<String, String> fields, String fileName, byte[] content) {
        var all = new java.util.HashMap<>(headers);
        all.put("Content-Type", Forms.MULTIPART);
        return send("POST", path, all, BodyPublishers.ofByteArray(Forms.multipart(fields, fileName, content)));
    }

    public Reply send(String method, String path, Map<String, String> headers, BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        headers.forEach(request::header);
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        try {
            return Reply.of(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException problem) {
            throw new AssertionError(method + " " + path + " got no answer", problem);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
