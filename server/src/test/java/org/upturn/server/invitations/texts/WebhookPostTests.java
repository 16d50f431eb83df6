package org.upturn.server.invitations.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.upturn.server.installation.InstallationSettings;
import tools.jackson.databind.json.JsonMapper;

/** What stands in the network of an installation is spoken to only where whoever runs it has said so. */
class WebhookPostTests {
    private final WebhookPost closed = post(false);
    private final WebhookPost open = post(true);

    @Test
    void theSettingOfTheInstallationDecides() {
        assertThat(said(closed, "https://127.0.0.1:9/x")).contains("an address inside this network");
        assertThat(said(open, "https://127.0.0.1:9/x")).doesNotContain("inside this network");
        assertThat(said(open, "https://169.254.169.254/latest")).contains("an address inside this network");
    }

    @Test
    void plainHttpGoesNowhereUnlessThatIsAllowed() {
        assertThat(closed.takes(URI.create("http://10.0.0.1/x"))).isFalse();
        assertThat(open.takes(URI.create("http://10.0.0.1/x"))).isTrue();
        assertThat(closed.takes(URI.create("https://gateway.example.org/x"))).isTrue();
        assertThat(open.takes(URI.create("ftp://gateway.example.org/x"))).isFalse();
    }

    private static String said(WebhookPost post, String url) {
        return ((Handed.Failed) post.send(URI.create(url), Map.of(), new byte[] {'{', '}'})).said();
    }

    private static WebhookPost post(boolean privateAddresses) {
        var settings = new InstallationSettings(Path.of("data"), null, false, privateAddresses, false);
        return new WebhookPost(new JsonMapper(), Clock.systemUTC(), settings);
    }
}
