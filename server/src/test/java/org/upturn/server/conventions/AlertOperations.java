package org.upturn.server.conventions;

import java.util.Map;
import java.util.UUID;
import org.upturn.server.conventions.OpenApiTest.Described;
import org.upturn.server.house.Acme;

/** Calls every operation of alerts once and holds the answers against the description. */
final class AlertOperations {
    private static final String V1 = "/api/v1";

    private AlertOperations() {}

    static void call(Described api, Acme acme) {
        api.get("/alerts", V1 + "/alerts");
        api.post("/alerts/seen", V1 + "/alerts/seen", Map.of("upTo", UUID.randomUUID()), 204);
        api.post("/alerts/seen", V1 + "/alerts/seen", Map.of(), 422);
        String preferences = "/alerts/preferences";
        api.get(preferences, V1 + preferences);
        var quiet = Map.of("pace", "daily", "digest", "08:30", "quietFrom", "22:00", "quietUntil", "07:00");
        api.json("PUT", preferences, V1 + preferences, quiet, 200);
        api.json("PUT", preferences, V1 + preferences, Map.of("pace", "never"), 422);
        String channels = "/settings/alert-channels";
        api.json("PUT", channels + "/language", V1 + channels + "/language", Map.of("language", "de"), 200);
        api.json("PUT", channels + "/language", V1 + channels + "/language", Map.of("language", "tlh"), 422);
        api.get(channels + "/language", V1 + channels + "/language");
        var slack = Map.of(
                "program",
                acme.program.id().value(),
                "kind",
                "webhook",
                "name",
                "Robot",
                "url",
                "https://127.0.0.1/robot");
        String id =
                api.post(channels, V1 + channels, slack, 201).json().path("id").asString();
        api.post(channels, V1 + channels, Map.of("program", acme.program.id().value(), "kind", "fax"), 422);
        api.get(channels, V1 + channels + "?program=" + acme.program.id().value());
        api.post(channels + "/{channel}/test", V1 + channels + "/" + id + "/test", Map.of(), 409);
        try (var robot = new Robot()) {
            var near = new java.util.HashMap<String, Object>(slack);
            near.put("url", robot.url());
            String listening = api.post(channels, V1 + channels, near, 201)
                    .json()
                    .path("id")
                    .asString();
            api.post(channels + "/{channel}/test", V1 + channels + "/" + listening + "/test", Map.of(), 204);
        }
        api.json("DELETE", channels + "/{channel}", V1 + channels + "/" + id, Map.of(), 204);
    }

    /** Takes whatever is posted to it. */
    private static final class Robot implements AutoCloseable {
        private final com.sun.net.httpserver.HttpServer server;

        Robot() {
            try {
                server = com.sun.net.httpserver.HttpServer.create(
                        new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 0), 0);
            } catch (java.io.IOException impossible) {
                throw new java.io.UncheckedIOException(impossible);
            }
            server.createContext("/", exchange -> {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/robot";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
