package org.upturn.server.conventions;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import org.upturn.server.conventions.OpenApiTest.Described;
import org.upturn.server.house.Acme;

/** Calls every operation of text messages once, with a real gateway behind it. */
final class TextOperations {
    private static final String V1 = "/api/v1";

    private TextOperations() {}

    static void call(Described api, Acme acme) {
        HttpServer gateway = gateway();
        try {
            theGateway(api, "http://127.0.0.1:" + gateway.getAddress().getPort() + "/messages");
        } finally {
            gateway.stop(0);
        }
        String program = "/programs/" + acme.program.id().value();
        var texts =
                api.get("/programs/{program}/texts", V1 + program + "/texts").json();
        api.check("PUT /programs/{program}/texts", api.client().put(V1 + program + "/texts", texts), 200);
        api.json(
                "PUT",
                "/programs/{program}/texts",
                V1 + program + "/texts",
                Map.of("language", "en", "invitation", "No link", "reminder", "{link}"),
                422);
        api.get("/replies", V1 + "/replies?handled=true");
        theHandling(api, acme);
    }

    /** With a reply that nobody but a person can understand. */
    private static void theHandling(Described api, Acme acme) {
        api.client()
                .post("/api/v1/contacts", Map.of("externalId", "texter", "name", "Texter", "phone", "+442079460009"))
                .expect(201);
        String hook = api.client()
                .post(V1 + "/settings/gateway/hook", Map.of())
                .expect(201)
                .json()
                .path("url")
                .asString();
        api.client()
                .post(
                        hook.substring(hook.indexOf("/hooks")),
                        Map.of("from", "+442079460009", "text", "no idea", "id", "r1"))
                .expect(200);
        String reply =
                api.get("/replies", V1 + "/replies").json().at("/items/0/id").asString();
        String one = "/replies/{reply}/handling";
        api.json("PUT", one, V1 + "/replies/" + reply + "/handling", Map.of(), 204);
        api.get("/replies", V1 + "/replies?handled=true");
        api.json("DELETE", one, V1 + "/replies/" + reply + "/handling", Map.of(), 204);
    }

    private static void theGateway(Described api, String url) {
        String path = "/settings/gateway";
        api.check("GET " + path, api.client().get(V1 + path), 409);
        var settings = new HashMap<String, Object>(
                Map.of("url", url, "publicUrl", "https://nps.example.org", "secret", "a secret of the gateway"));
        settings.put("perMinute", 0);
        api.json("PUT", path, V1 + path, settings, 422);
        settings.put("perMinute", 60);
        api.json("PUT", path, V1 + path, settings, 200);
        api.get(path, V1 + path);
        api.post(path + "/test", V1 + path + "/test", Map.of("number", "+44 20 7946 0000"), 204);
        api.post(path + "/test", V1 + path + "/test", Map.of("number", "12"), 422);
        String hook = api.post(path + "/hook", V1 + path + "/hook", Map.of(), 201)
                .json()
                .path("url")
                .asString();
        String inside = hook.substring(hook.indexOf("/hooks"));
        api.client().post(inside, Map.of("state", "delivered", "id", "none")).expect(200);
        api.client().post(inside, Map.of("state", "eaten", "id", "none")).expect(422);
        api.client().post("/hooks/messages/none", Map.of()).expect(404);
    }

    private static HttpServer gateway() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/messages", exchange -> {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(202, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
