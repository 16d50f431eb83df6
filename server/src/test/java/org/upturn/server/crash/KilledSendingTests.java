package org.upturn.server.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upturn.server.house.Client;
import tools.jackson.databind.JsonNode;

/** What becomes of mails when the program is killed while it sends them. */
class KilledSendingTests {
    private static final int PEOPLE = 300;
    private static final int THREADS = 4;

    /** By id of the contact. */
    private final Map<String, String> addresses = new HashMap<>();

    @TempDir
    Path data;

    @Test
    void sendsEveryMailOnceAndNeverAgainWhatItDoesNotKnowOf() throws Exception {
        try (var post = PostOffice.slow(30);
                var killed = UpturnProcess.serve(data).awaitReady()) {
            Installed installed = Installed.by(killed);
            send(installed.at(killed), post.port());
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> post.taken.size() >= 60);
            killed.kill();
            assertThat(post.taken).as("killed in the middle").hasSizeLessThan(PEOPLE);
            fiveMinutesPass();

            try (var again = UpturnProcess.serve(data).awaitReady()) {
                Client api = installed.at(again);
                await().atMost(Duration.ofSeconds(90))
                        .pollInterval(Duration.ofMillis(200))
                        .until(() ->
                                states(api).size() == PEOPLE && !states(api).containsValue("queued"));
                assertThat(states(api).values()).containsOnly("sent", "unknown");
                checkEachOnce(post.taken, states(api));
            }
        }
    }

    private void checkEachOnce(List<String> taken, Map<String, String> states) {
        assertThat(taken).as("nobody gets it twice").doesNotHaveDuplicates();
        var unknown = states.keySet().stream()
                .filter(address -> states.get(address).equals("unknown"))
                .toList();
        assertThat(unknown).as("one for each connection at most").hasSizeLessThanOrEqualTo(THREADS);
        assertThat(taken)
                .containsAll(states.keySet().stream()
                        .filter(address -> !unknown.contains(address))
                        .toList());
    }

    private void send(Client api, int port) {
        String program = created(api, "/api/v1/programs", Map.of("name", "Customers", "starter", "company"));
        Instant now = Instant.now();
        String wave = created(
                api,
                "/api/v1/programs/" + program + "/waves",
                Map.of("name", "Q4", "opensAt", "" + now, "closesAt", "" + now.plus(Duration.ofDays(7))));
        for (int i = 0; i < PEOPLE; i++) {
            String email = "p" + i + "@example.org";
            addresses.put(
                    created(api, "/api/v1/contacts", Map.of("externalId", "C-" + i, "name", "P " + i, "email", email)),
                    email);
        }
        api.put(
                        "/api/v1/settings/mail",
                        Map.of(
                                "server",
                                Map.of("host", "127.0.0.1", "port", port, "tls", "none"),
                                "sender",
                                Map.of("name", "Acme", "address", "hello@acme.example.org"),
                                "publicUrl",
                                "https://nps.example.org",
                                "perMinute",
                                10_000))
                .expect(200);
        created(api, "/api/v1/programs/" + program + "/waves/" + wave + "/mailings", Map.of("audience", "everyone"));
    }

    private static String created(Client api, String path, Object told) {
        return api.post(path, told).expect(201).json().get("id").asString();
    }

    /** The leases of the dead run out; its PostgreSQL lives on. */
    private void fiveMinutesPass() throws Exception {
        String port = Files.readAllLines(data.resolve("postgres/data/postmaster.pid"))
                .get(3)
                .strip();
        String password = Files.readString(data.resolve("postgres/password")).strip();
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (var connection = DriverManager.getConnection(url, "upturn", password);
                var statement = connection.createStatement()) {
            statement.executeUpdate("""
                    update mail_message
                    set lease_until = lease_until - interval '5 minutes'
                    where state = 'queued'
                      and lease_until is not null
                    """);
        }
    }

    private Map<String, String> states(Client api) {
        var all = new HashMap<String, String>();
        String after = "";
        do {
            JsonNode page =
                    api.get("/api/v1/mails?limit=200" + after).expect(200).json();
            page.get("items")
                    .forEach(one -> all.put(
                            addresses.get(one.get("contact").asString()),
                            one.get("state").asString()));
            after = page.get("next").isNull()
                    ? ""
                    : "&after=" + page.get("next").asString();
        } while (!after.isEmpty());
        return all;
    }
}
