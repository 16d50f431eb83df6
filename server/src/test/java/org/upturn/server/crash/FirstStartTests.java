package org.upturn.server.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upturn.server.house.Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A demo that was killed before it was whole. */
class FirstStartTests {
    @TempDir
    Path data;

    @Test
    void makesTheDemoWholeHoweverOftenItsFirstStartWasKilled() throws Exception {
        try (var initializing = demo()) {
            awaitFile(initializing, data.resolve("postgres"), "PG_VERSION");
            initializing.kill();
            try (var starting = demo()) {
                awaitFile(starting, data.resolve("postgres"), "postmaster.pid");
                starting.kill();
                try (var telling = demo()) {
                    awaitFile(telling, data, "demo-access.json");
                    telling.kill();
                    try (var whole = demo().awaitReady()) {
                        isWhole(whole);
                    }
                }
            }
        }
    }

    private UpturnProcess demo() {
        return UpturnProcess.run(data, "demo", "--port", "0");
    }

    /** Waits for the first moment at which a file of that name lies anywhere below the folder. */
    private static void awaitFile(UpturnProcess upturn, Path folder, String name) {
        await().alias(name)
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(2))
                .ignoreExceptions()
                .until(() -> {
                    try (var files = Files.find(folder, 2, (file, facts) -> file.endsWith(name))) {
                        return files.findAny().isPresent();
                    }
                });
        assertThat(upturn.isRunning()).as(upturn.said()).isTrue();
    }

    private void isWhole(UpturnProcess demo) throws Exception {
        JsonNode access = JsonMapper.builder().build().readTree(Files.readString(data.resolve("demo-access.json")));
        var api = new Client(demo.url(), access.get("apiKey").asString());
        String program = get(api, "/programs").get("items").get(0).get("id").asString();
        JsonNode waves = get(api, "/programs/" + program + "/waves").get("items");
        assertThat(waves).hasSize(3);
        assertThat(waves.get(1).get("nps").get("value").asInt()).isEqualTo(-3);
        assertThat(waves.get(2).get("nps").get("value").asInt()).isEqualTo(21);
        var browser = new org.upturn.server.house.Browser(demo.url());
        browser.post(
                        "/sign-in",
                        java.util.Map.of(
                                "email", access.get("email").asString(),
                                "password", access.get("password").asString()))
                .expect(303);
    }

    private static JsonNode get(Client api, String path) {
        return api.get("/api/v1" + path).expect(200).json();
    }
}
