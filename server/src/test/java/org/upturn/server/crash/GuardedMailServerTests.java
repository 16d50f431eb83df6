package org.upturn.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upturn.server.house.Client;
import org.upturn.server.house.Reply;

/** STARTTLS (RFC 3207) and AUTH (RFC 4954) with a real mail server, from a real installation that trusts one certificate. */
class GuardedMailServerTests {
    private static final String MAIL = "/api/v1/settings/mail";

    @TempDir
    Path data;

    @TempDir
    Path keys;

    private Client api;

    @Test
    void tellsItsPasswordOnlyToTheServerThatTheCertificateNames() throws Exception {
        var certificates = new Certificates(keys);
        try (var trusted = PostOffice.guarded(certificates.make("trusted", "dns:localhost"));
                var stranger = PostOffice.guarded(certificates.make("stranger", "dns:localhost"));
                var plain = PostOffice.guarded(null);
                var upturn = UpturnProcess.serve(data, certificates.trusting("trusted"))
                        .awaitReady()) {
            api = Installed.by(upturn).at(upturn);
            api.post("/api/v1/programs", Map.of("name", "Customers", "starter", "company"))
                    .expect(201);

            test("localhost", trusted.port(), PostOffice.PASSWORD).expect(204);
            assertThat(trusted.taken).containsExactly("olga@acme.example.org");
            assertThat(trusted.told).containsOnly(PostOffice.USER + " " + PostOffice.PASSWORD);

            assertThat(test("localhost", trusted.port(), "wrong").expect(409).body())
                    .as("what the server said")
                    .contains("535")
                    .doesNotContain("wrong");
            trusted.told.clear();
            assertThat(test("127.0.0.1", trusted.port(), PostOffice.PASSWORD)
                            .expect(409)
                            .body())
                    .as("a certificate for another name")
                    .contains("127.0.0.1");
            assertThat(test("localhost", stranger.port(), PostOffice.PASSWORD)
                            .expect(409)
                            .body())
                    .as("a certificate of nobody we know")
                    .contains("certif");
            assertThat(test("localhost", plain.port(), PostOffice.PASSWORD)
                            .expect(409)
                            .body())
                    .as("a server without TLS")
                    .contains("STARTTLS");

            assertThat(trusted.told).isEmpty();
            assertThat(stranger.told).isEmpty();
            assertThat(plain.told).isEmpty();
            assertThat(trusted.taken).hasSize(1);
            assertThat(stranger.taken).isEmpty();
            assertThat(plain.taken).isEmpty();
            assertThat(upturn.said()).doesNotContain(PostOffice.PASSWORD);
        }
    }

    private Reply test(String host, int port, String password) {
        var server =
                Map.of("host", host, "port", port, "tls", "starttls", "user", PostOffice.USER, "password", password);
        api.put(
                        MAIL,
                        Map.of(
                                "server",
                                server,
                                "sender",
                                Map.of("name", "Acme", "address", "hello@acme.example.org"),
                                "publicUrl",
                                "https://nps.example.org"))
                .expect(200);
        return api.post(MAIL + "/test", Map.of());
    }
}
