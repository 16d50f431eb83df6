package org.upturn.server.alerts;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.upturn.server.alerts.messages.Alert;
import org.upturn.server.alerts.messages.AlertLinks;
import org.upturn.server.alerts.messages.AlertWords;
import org.upturn.server.alerts.messages.SlackMessage;
import org.upturn.server.alerts.messages.TeamsMessage;
import org.upturn.server.alerts.messages.WebhookMessage;
import org.upturn.server.invitations.texts.Handed;
import org.upturn.server.invitations.texts.WebhookPost;
import org.upturn.server.invitations.texts.WebhookSignature;
import org.upturn.server.kernel.WorkspaceId;
import tools.jackson.databind.json.JsonMapper;

/** Posts one alert to one channel, as that channel understands it. */
@Component
class ChannelPost {
    private final ChannelRepository repository;
    private final AlertLanguages languages;
    private final WebhookPost post;
    private final JsonMapper json;
    private final Clock clock;

    ChannelPost(
            ChannelRepository repository, AlertLanguages languages, WebhookPost post, JsonMapper json, Clock clock) {
        this.repository = repository;
        this.languages = languages;
        this.post = post;
        this.json = json;
        this.clock = clock;
    }

    /** Whether alerts may be posted there. */
    boolean takes(URI url) {
        return post.takes(url);
    }

    /** @param id of the message; the same whenever it is sent again, so that a receiver takes it once */
    Handed send(WorkspaceId workspace, AlertChannel channel, Alert alert, String id) {
        String record = channel.publicUrl() + alert.standing().path();
        var links = new AlertLinks(record, record + "/claim");
        AlertWords words = languages.ofTeam(workspace);
        Map<String, Object> message = switch (channel.kind()) {
            case SLACK -> SlackMessage.of(alert, links, words);
            case TEAMS -> TeamsMessage.of(alert, links, words);
            case WEBHOOK -> WebhookMessage.of(alert, links, words);
        };
        byte[] body = json.writeValueAsString(message).getBytes(StandardCharsets.UTF_8);
        ChannelRepository.Key key = repository.key(workspace, channel.id());
        Map<String, String> headers =
                key.secret() == null ? Map.of() : WebhookSignature.headers(key.secret(), id, clock.instant(), body);
        return post.send(key.url(), headers, body);
    }
}
