package org.upturn.server.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upturn.server.house.Client;
import tools.jackson.databind.JsonNode;

/** What is left of an installation that was killed in the middle of its work. */
class KilledTests {
    /** Longer than the lease of a reading that a killed program has left. */
    private static final Duration LONGEST_READING = Duration.ofSeconds(120);

    private static final Duration LONGEST_IMPORT = Duration.ofSeconds(90);

    @TempDir
    Path data;

    @Test
    void keepsEveryAcknowledgedAnswerWhenTheProgramIsKilledInTheMiddleOfAStreamOfThem() throws Exception {
        Installed installed;
        Map<String, String> links;
        AnswerStream cutOff;
        try (var killed = UpturnProcess.serve(data).awaitReady()) {
            installed = Installed.by(killed);
            links = installed.invite(killed, 150);
            cutOff = answerUntil(40, killed, links);
            killed.kill();
            cutOff.awaitEnd();
            assertThat(killed.postgres()).as("PostgreSQL outlives the program").isPresent();

            try (var again = UpturnProcess.serve(data).awaitReady()) {
                assertThat(again.said()).contains("joined again");
                hasAll(installed.at(again), cutOff.acknowledged());
                AnswerStream.begin(again, rest(links, cutOff)).awaitEnd();
                hasAll(
                        installed.at(again),
                        links.keySet().stream().collect(Collectors.toMap(id -> id, AnswerStream::words)));
                everyDetractorHasOneCaseAndEveryAnswerIsRead(installed.at(again));
            }
        }
    }

    @Test
    void keepsEveryAcknowledgedAnswerWhenProgramAndDatabaseAreKilled() throws Exception {
        try (var killed = UpturnProcess.serve(data).awaitReady()) {
            Installed installed = Installed.by(killed);
            var cutOff = answerUntil(30, killed, installed.invite(killed, 80));
            killed.killAll();
            cutOff.awaitEnd();

            try (var again = UpturnProcess.serve(data).awaitReady()) {
                hasAll(installed.at(again), cutOff.acknowledged());
                everyDetractorHasOneCaseAndEveryAnswerIsRead(installed.at(again));
            }
        }
    }

    @Test
    void goesOnWithAnImportThatWasCutOff() {
        int people = 20_000;
        String file = "Customer number,Name,E-mail,Plan\n"
                + IntStream.range(0, people)
                        .mapToObj(i -> i % 1000 == 7
                                ? ",Nobody " + i + ",,Basic"
                                : "K-" + i + ",Contact " + i + ",contact." + i + "@example.org,Basic")
                        .collect(Collectors.joining("\n"));
        try (var killed = UpturnProcess.serve(data).awaitReady()) {
            Installed installed = Installed.by(killed);
            String id = installed
                    .at(killed)
                    .post("/api/v1/imports", Map.of("Content-Type", "text/csv"), file)
                    .expect(202)
                    .json()
                    .get("id")
                    .asString();
            await().atMost(LONGEST_IMPORT)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() ->
                            progress(installed.at(killed), id).get("rowsDone").asInt() >= 2000);
            killed.kill();

            try (var again = UpturnProcess.serve(data).awaitReady()) {
                Client api = installed.at(again);
                await().atMost(LONGEST_IMPORT)
                        .pollInterval(Duration.ofMillis(100))
                        .until(() -> progress(api, id).get("state").asString().equals("finished"));
                JsonNode done = progress(api, id);
                assertThat(done.get("rows").asInt()).isEqualTo(people);
                assertThat(done.get("created").asInt()).isEqualTo(people - 20);
                assertThat(done.get("updated").asInt()).isZero();
                assertThat(done.get("rejected").size()).isEqualTo(20);
                var ids = all(api, "/api/v1/contacts").stream()
                        .map(one -> one.get("externalId").asString())
                        .toList();
                assertThat(ids).hasSize(people - 20).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void goesOnWithAHistoryThatWasCutOffAndTakesNoAnswerTwice() {
        int rows = 40_000;
        String file = "Response ID,E-mail,Score,Comment,Created at\n"
                + IntStream.range(0, rows)
                        .mapToObj(i -> "r" + i + ",p" + i % 15_000 + "@example.org," + i % 11 + ",Said " + i + ".,20"
                                + (20 + i / 15_000) + "-03-01T00:00:00Z")
                        .collect(Collectors.joining("\n"));
        try (var killed = UpturnProcess.serve(data).awaitReady()) {
            Installed installed = Installed.by(killed);
            Client first = installed.at(killed);
            String program = first.post("/api/v1/programs", Map.of("name", "Past"))
                    .expect(201)
                    .json()
                    .get("id")
                    .asString();
            String path = "/api/v1/past-imports?program=" + program;
            String id = history(first, path, file);
            await().atMost(LONGEST_IMPORT)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> past(first, id).get("rowsDone").asInt() > 0);
            killed.killAll();

            try (var again = UpturnProcess.serve(data).awaitReady()) {
                Client api = installed.at(again);
                await().atMost(LONGEST_IMPORT)
                        .pollInterval(Duration.ofMillis(100))
                        .until(() -> past(api, id).get("state").asString().equals("finished"));
                assertThat(past(api, id).get("answers").asInt()).isEqualTo(rows);
                String twice = history(api, path, file);
                await().atMost(LONGEST_IMPORT)
                        .pollInterval(Duration.ofMillis(100))
                        .until(() -> past(api, twice).get("state").asString().equals("finished"));
                assertThat(past(api, twice).get("answers").asInt()).isZero();
                assertThat(past(api, twice).get("known").asInt()).isEqualTo(rows);
            }
        }
    }

    private static String history(Client api, String path, String file) {
        String id = api.post(path, Map.of("Content-Type", "text/csv"), file)
                .expect(201)
                .json()
                .get("id")
                .asString();
        api.post("/api/v1/past-imports/" + id + "/start", Map.of()).expect(202);
        return id;
    }

    private static JsonNode past(Client api, String id) {
        return api.get("/api/v1/past-imports/" + id).expect(200).json();
    }

    private static JsonNode progress(Client api, String id) {
        return api.get("/api/v1/imports/" + id).expect(200).json();
    }

    private static AnswerStream answerUntil(int acknowledged, UpturnProcess upturn, Map<String, String> links) {
        var stream = AnswerStream.begin(upturn, links);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> stream.acknowledged().size() >= acknowledged);
        return stream;
    }

    private static Map<String, String> rest(Map<String, String> links, AnswerStream cutOff) {
        var rest = new HashMap<>(links);
        rest.keySet().removeAll(cutOff.acknowledged().keySet());
        assertThat(rest).as("killed in the middle").isNotEmpty();
        return rest;
    }

    /** All of them are there, with the same words; what nobody was told of may be there too. */
    private static void hasAll(Client api, Map<String, String> words) {
        var names = all(api, "/api/v1/contacts").stream()
                .collect(Collectors.toMap(
                        one -> one.get("id").asString(),
                        one -> one.get("externalId").asString()));
        var stored = all(api, "/api/v1/responses").stream()
                .collect(Collectors.toMap(one -> names.get(one.get("contact").asString()), one -> one));
        assertThat(stored).containsKeys(words.keySet().toArray(String[]::new));
        words.forEach((id, said) -> {
            assertThat(stored.get(id).get("verbatim").asString()).isEqualTo(said);
            assertThat(stored.get(id).get("score").asInt()).isEqualTo(AnswerStream.score(id));
        });
    }

    private static void everyDetractorHasOneCaseAndEveryAnswerIsRead(Client api) {
        await().atMost(LONGEST_READING)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> all(api, "/api/v1/responses").stream()
                        .noneMatch(one -> one.get("reading").isNull()));
        var detractors = all(api, "/api/v1/responses").stream()
                .filter(one -> one.get("score").asInt() <= 6)
                .map(one -> one.get("id").asString())
                .toList();
        var cases = all(api, "/api/v1/cases").stream()
                .map(one -> one.get("response").asString())
                .toList();
        assertThat(cases).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(detractors);
    }

    /** Every item of a list, page by page. */
    private static List<JsonNode> all(Client api, String path) {
        var all = new ArrayList<JsonNode>();
        var seen = new HashSet<String>();
        String after = "";
        do {
            JsonNode page = api.get(path + "?limit=200" + after).expect(200).json();
            page.get("items").forEach(all::add);
            after = page.get("next").isNull()
                    ? ""
                    : "&after=" + page.get("next").asString();
            assertThat(seen.add(after)).as("pages go on").isTrue();
        } while (!after.isEmpty());
        return all;
    }
}
