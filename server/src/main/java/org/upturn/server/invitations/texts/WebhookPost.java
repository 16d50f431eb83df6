package org.upturn.server.invitations.texts;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upturn.server.installation.InstallationSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts JSON to an address that a team gave us, and understands what comes back. Never to a place that only the installation
 * itself can reach, unless the installation allows it ({@link GatewayAddresses}); follows no redirect.
 */
@Component
public class WebhookPost {
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);
    private static final int MOST_SAID = 300;
    private static final int LONGEST_ID = 200;

    private final JsonMapper json;
    private final Clock clock;
    private final boolean privateAllowed;

    WebhookPost(JsonMapper json, Clock clock, InstallationSettings settings) {
        this.json = json;
        this.clock = clock;
        this.privateAllowed = settings.privateAddresses();
    }

    /** Whether messages may be posted to this address at all: over HTTPS, or by plain HTTP where private addresses are allowed. */
    public boolean takes(URI url) {
        return ("https".equals(url.getScheme()) || privateAllowed && "http".equals(url.getScheme()))
                && !GatewayAddresses.isForbidden(url.getHost(), privateAllowed);
    }

    /** Sends it and waits for what the other side says. */
    public Handed send(URI url, Map<String, String> headers, byte[] body) {
        try (GatewayConnection connection =
                GatewayConnection.open(url, GatewayAddresses.of(url.getHost(), privateAllowed))) {
            connection.send(headers, body);
            return answer(connection);
        } catch (UnknownHostException unknown) {
            return new Handed.Unusable("There is no host " + url.getHost());
        } catch (IOException unreachable) {
            return new Handed.Unusable(said(unreachable));
        }
    }

    private Handed answer(GatewayConnection connection) {
        try {
            return meaning(connection.read());
        } catch (IOException broken) {
            return new Handed.Unknown(said(broken));
        }
    }

    private Handed meaning(GatewayConnection.Answer answer) {
        String said = said(answer);
        return switch (answer.status()) {
            // These are about the address or the key, not about one message: nobody may lose theirs for that.
            case 401, 403, 404, 405, 407, 410 -> new Handed.Unusable(said);
            case 408, 425, 429 -> new Handed.Later(said, pause(answer));
            default ->
                switch (answer.status() / 100) {
                    case 2 -> new Handed.Accepted(id(answer.body()));
                    case 4 -> new Handed.Refused(said);
                    case 5 -> new Handed.Later(said, pause(answer));
                    default -> new Handed.Unusable(said);
                };
        };
    }

    private @Nullable String id(String body) {
        try {
            String id = json.readTree(body).path("id").asString("").strip();
            return id.isEmpty() || id.length() > LONGEST_ID || id.indexOf(0) >= 0 ? null : id;
        } catch (JacksonException words) {
            return null;
        }
    }

    /** Seconds or a date (RFC 9110, 10.2.3), at most four hours. */
    private Duration pause(GatewayConnection.Answer answer) {
        String told = answer.headers().getOrDefault("retry-after", "");
        Duration pause = Duration.ZERO;
        if (told.matches("[0-9]{1,9}")) {
            pause = Duration.ofSeconds(Long.parseLong(told));
        } else if (!told.isEmpty()) {
            try {
                var until = ZonedDateTime.parse(told, DateTimeFormatter.RFC_1123_DATE_TIME);
                pause = Duration.between(clock.instant(), until.toInstant());
            } catch (DateTimeException unreadable) {
                pause = Duration.ZERO;
            }
        }
        return pause.isNegative() ? Duration.ZERO : pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static String said(GatewayConnection.Answer answer) {
        String words = answer.status() / 100 == 3 ? "it redirects, which is not followed" : answer.body();
        return shortened("HTTP " + answer.status() + (words.isBlank() ? "" : ": " + words));
    }

    private static String said(IOException problem) {
        String words = problem.getMessage();
        return shortened(words == null ? problem.getClass().getSimpleName() : words);
    }

    private static String shortened(String words) {
        String line = words.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.substring(0, Math.min(line.length(), MOST_SAID));
    }
}
