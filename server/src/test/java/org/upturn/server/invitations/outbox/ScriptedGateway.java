package org.upturn.server.invitations.outbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway that answers each number as it was told to, and checks every signature by its own means. */
final class ScriptedGateway implements AutoCloseable {
    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final byte[] KEY = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    final List<String> paths = new CopyOnWriteArrayList<>();
    final List<String> faults = new CopyOnWriteArrayList<>();

    private final HttpServer server;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();

    /** What it does when a message to a number comes. */
    interface Script {
        void run(HttpExchange exchange) throws IOException;
    }

    ScriptedGateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/messages";
    }

    ScriptedGateway answers(String number, int status, String body, String... header) {
        scripts.put(number, exchange -> {
            if (header.length == 2) {
                exchange.getResponseHeaders().add(header[0], header[1]);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : 0); // 0: in chunks
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        return this;
    }

    /** Reads the whole message and says nothing. */
    ScriptedGateway hangsUpOn(String number) {
        scripts.put(number, exchange -> {
            throw new IOException("hung up");
        });
        return this;
    }

    void forget(String number) {
        scripts.remove(number);
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        paths.add(exchange.getRequestURI().getPath());
        JsonNode message = JSON.readTree(body);
        taken.add(message);
        check(exchange, message, body);
        Script script = scripts.get(message.path("to").asString(""));
        if (script != null) {
            script.run(exchange);
            return;
        }
        byte[] answer = ("{\"id\": \"gw-" + message.path("idempotencyKey").asString("") + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(202, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private void check(HttpExchange exchange, JsonNode message, byte[] body) {
        var headers = exchange.getRequestHeaders();
        String id = headers.getFirst("webhook-id");
        String signed =
                id + "." + headers.getFirst("webhook-timestamp") + "." + new String(body, StandardCharsets.UTF_8);
        if (!("v1," + sign(signed)).equals(headers.getFirst("webhook-signature"))) {
            faults.add("signature");
        }
        if (!message.path("idempotencyKey").asString("").equals(id)) {
            faults.add("id");
        }
        if (!message.path("text").asString("").contains(message.path("link").asString("none"))
                && !message.path("kind").asString("").equals("test")) {
            faults.add("link");
        }
    }

    static String sign(String signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
