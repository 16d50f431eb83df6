package org.upturn.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Client;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Role;
import org.upturn.server.workspaces.Workspaces.NewMember;
import tools.jackson.databind.JsonNode;

/** The sources' golden numbers, computed by the server from single answers and read over its API. */
@UpturnTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoGoldenTests {
    @Autowired
    Doors doors;

    @Autowired
    DemoStory story;

    private Client api;

    @BeforeAll
    void tellTheStory() {
        Member olga = doors.workspaces.create(
                "Acme", "Europe/Berlin", new NewMember("Olga Brandt", Acme.email("olga"), Acme.PASSWORD, Role.OWNER));
        story.tell(olga);
        api = doors.api(doors.workspaces.addApiKey(olga, "golden").secret());
        Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> doors.readings.waiting(olga.workspace()).isOver());
    }

    @Test
    void theResidencyFallsToMinusThreeAndRisesToTwentyOneExactly() {
        assertThat(wave("Youth Arts Residency", "Week 3").at("/nps/value").asDouble())
                .isEqualTo(-3.0);
        assertThat(wave("Youth Arts Residency", "Week 7").at("/nps/value").asDouble())
                .isEqualTo(21.0);
        assertThat(wave("Youth Arts Residency", "Week 3").at("/nps/band").asString())
                .isEqualTo("mild");
    }

    @Test
    void fifteenOfEighteenDetractorsNameTheMissingFeedback() {
        JsonNode week = wave("Youth Arts Residency", "Week 3");
        JsonNode themes = api.get("/api/v1/programs/" + program("Youth Arts Residency") + "/waves/"
                        + week.get("id").asString() + "/themes")
                .expect(200)
                .json()
                .get("items");

        assertThat(week.get("detractors").asInt()).isEqualTo(18);
        assertThat(themes.get(0).get("theme").asString()).isEqualTo("lack-of-instructor-feedback");
        assertThat(themes.get(0).get("detractors").asInt()).isEqualTo(15);
        assertThat(themes.get(0).get("share").asDouble()).isCloseTo(15 / 18.0, within(1e-9));
    }

    @Test
    void contactC04812ConvertedFromNineToFourWithTheWordsToShowIt() {
        String contact = api.get("/api/v1/contacts?externalId=C-04812")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asString();
        JsonNode item = by(api.get("/api/v1/responses?contact=" + contact).json(), "score")
                .get("4");
        JsonNode found = by(api.get("/api/v1/cases?limit=200").json(), "response")
                .get(item.get("id").asString());

        assertThat(found.get("subtype").asString()).isEqualTo("converted");
        assertThat(found.get("score").asInt()).isEqualTo(4);
        assertThat(found.get("previousScore").asInt()).isEqualTo(9);
        assertThat(item.get("verbatim").asString()).contains("Three support tickets, no resolution.");
        assertThat(item.at("/reading/themes")).isNotEmpty();
        item.at("/reading/themes").forEach(theme -> {
            int start = theme.get("start").asInt();
            assertThat(item.get("verbatim")
                            .asString()
                            .substring(start, theme.get("end").asInt()))
                    .isNotBlank()
                    .isEqualTo(theme.get("evidence").asString());
        });
    }

    @Test
    void theOverallThirtyHidesLastMileAtFiveAndWarehousingAtEighty() {
        JsonNode autumn = wave("Logistics services", "Autumn");
        Map<String, JsonNode> segments = by(
                api.get("/api/v1/programs/" + program("Logistics services") + "/waves/"
                                + autumn.get("id").asString() + "/segments")
                        .expect(200)
                        .json(),
                "value");

        assertThat(autumn.at("/nps/value").asDouble()).isEqualTo(30.0);
        assertThat(segments.get("Last Mile").at("/nps/value").asDouble()).isEqualTo(5.0);
        assertThat(segments.get("Warehousing").at("/nps/value").asDouble()).isEqualTo(80.0);
    }

    @Test
    void detractorsAreNeverCountedWithoutHowManyLoopsClosed() {
        for (JsonNode wave : api.get("/api/v1/programs/" + program("Youth Arts Residency") + "/waves")
                .json()
                .get("items")) {
            assertThat(wave.get("resolutionRate").asDouble())
                    .isCloseTo(
                            wave.get("resolved").asDouble()
                                    / wave.get("detractors").asDouble(),
                            within(1e-9));
            assertThat(wave.get("resolved").asInt()
                            + wave.get("noContactPossible").asInt()
                            + wave.get("open").asInt())
                    .isEqualTo(wave.get("detractors").asInt());
        }
    }

    private String program(String name) {
        return by(api.get("/api/v1/programs").expect(200).json(), "name")
                .get(name)
                .get("id")
                .asString();
    }

    private JsonNode wave(String program, String name) {
        return by(
                        api.get("/api/v1/programs/" + program(program) + "/waves")
                                .expect(200)
                                .json(),
                        "name")
                .get(name);
    }

    private static Map<String, JsonNode> by(JsonNode list, String field) {
        return StreamSupport.stream(list.get("items").spliterator(), false)
                .collect(Collectors.toMap(item -> item.get(field).asString(), Function.identity()));
    }
}
