package org.upturn.server.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upturn.server.house.Client;
import tools.jackson.databind.JsonNode;

/** A program killed while a codebook version goes live goes on where it stood. */
class KilledGoingLiveTests {
    private static final int ANSWERS = 400;
    private static final Duration LONGEST = Duration.ofSeconds(180);

    @TempDir
    Path data;

    @Test
    void goesOnReadingHistoryWhereItWasCutOffAndSwitchesOnce() throws Exception {
        try (var killed = UpturnProcess.serve(data).awaitReady()) {
            Installed installed = Installed.by(killed);
            AnswerStream.begin(killed, installed.invite(killed, ANSWERS)).awaitEnd();
            Client api = installed.at(killed);
            String program =
                    api.get("/api/v1/programs").json().at("/items/0/id").asString();
            String base = "/api/v1/programs/" + program + "/codebook";
            await().atMost(LONGEST)
                    .until(() -> api.get("/api/v1/responses?limit=200")
                            .json()
                            .path("items")
                            .valueStream()
                            .noneMatch(one -> one.get("reading").isNull()));
            var themes = List.of(Map.of("id", "slow", "name", "Slow support", "description", "Support is slow."));
            api.send(
                            "PUT",
                            base + "/draft",
                            Map.of("Content-Type", "application/json"),
                            java.net.http.HttpRequest.BodyPublishers.ofString(
                                    tools.jackson.databind.json.JsonMapper.shared()
                                            .writeValueAsString(Map.of("themes", themes))))
                    .expect(200);
            api.post(base + "/activation", Map.of("note", "One theme.")).expect(202);
            await().atMost(LONGEST)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> progress(api, base).get("read").asInt() >= 50);
            killed.kill();

            try (var again = UpturnProcess.serve(data).awaitReady()) {
                Client later = installed.at(again);
                JsonNode cutOff = progress(later, base);
                assertThat(cutOff.get("state").asString())
                        .as("killed in the middle")
                        .isEqualTo("reading");
                await().atMost(LONGEST)
                        .until(() ->
                                progress(later, base).get("state").asString().equals("active"));
                assertThat(progress(later, base).get("version").asInt()).isEqualTo(2);
                assertThat(progress(later, base).get("read").asInt())
                        .as("nothing is read twice")
                        .isEqualTo(ANSWERS);
                assertThat(later.get("/api/v1/responses?limit=200")
                                .json()
                                .path("items")
                                .valueStream())
                        .allMatch(one -> one.at("/reading/codebookVersion").asInt() == 2);
            }
        }
    }

    private static JsonNode progress(Client api, String base) {
        return api.get(base + "/activation").expect(200).json();
    }
}
