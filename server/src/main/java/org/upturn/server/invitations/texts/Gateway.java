package org.upturn.server.invitations.texts;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Hands messages to a gateway, one signed POST each. */
@Component
public class Gateway {
    private final WebhookPost post;
    private final JsonMapper json;
    private final Clock clock;

    Gateway(WebhookPost post, JsonMapper json, Clock clock) {
        this.post = post;
        this.json = json;
        this.clock = clock;
    }

    /** Whether a gateway may stand there. */
    boolean takes(URI url) {
        return post.takes(url);
    }

    /** Hands it over and waits for what the gateway says. */
    public Handed hand(GatewaySettings settings, String secret, TextMessage message) {
        byte[] body = body(settings, message);
        var headers = WebhookSignature.headers(secret, message.id().toString(), clock.instant(), body);
        return post.send(URI.create(settings.url()), headers, body);
    }

    private byte[] body(GatewaySettings settings, TextMessage message) {
        var body = new LinkedHashMap<String, String>();
        body.put("to", message.to());
        if (!settings.sender().isEmpty()) {
            body.put("from", settings.sender());
        }
        body.put("text", message.text());
        body.put("link", message.link());
        body.put("idempotencyKey", message.id().toString());
        body.put("kind", message.kind().word());
        return json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    }
}
