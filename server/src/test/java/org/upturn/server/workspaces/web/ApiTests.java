package org.upturn.server.workspaces.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.cases.Subtype;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Client;
import org.upturn.server.house.Doors;
import org.upturn.server.house.Reply;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.surveys.ProgramId;
import tools.jackson.databind.JsonNode;

/** What holds for the API as a whole: idempotency keys, paging, problems. */
@UpturnTest
class ApiTests {
    @Autowired
    Doors doors;

    private Acme acme;
    private Client api;

    @BeforeEach
    void aWorkspace() {
        acme = doors.acme();
        api = acme.api();
    }

    @Test
    void theSameRequestAgainIsAnsweredTheSameAndDoneOnce() {
        Map<String, String> key = Map.of("Idempotency-Key", "k-1");
        Map<String, String> program = Map.of("name", "Partners");

        Reply first = api.post("/api/v1/programs", key, program).expect(201);
        Reply again = api.post("/api/v1/programs", key, program).expect(201);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(doors.surveys.programs(acme.workspace())).hasSize(2);
    }

    @Test
    void aFilterThatIsMisspelledIsRefusedRatherThanNoFilter() {
        assertThat(api.get("/api/v1/cases?statuss=open")
                        .expect(422)
                        .json()
                        .get("detail")
                        .asString())
                .contains("no parameter statuss", "status", "attention");
        assertThat(api.get("/api/v1/team?x=1").expect(422).json().get("field").asString())
                .isEqualTo("x");
        assertThat(api.get("/api/v1/cases?limit=many")
                        .expect(422)
                        .json()
                        .get("detail")
                        .asString())
                .isEqualTo("limit has to be a whole number.");
        assertThat(api.get("/api/v1/cases?owner=me")
                        .expect(422)
                        .json()
                        .get("detail")
                        .asString())
                .startsWith("owner has to be an id, such as 0192");
    }

    @Test
    void whoeverMakesAProgramAnswersForItsDetractorsFromTheFirstDay() {
        String made = api.post("/api/v1/programs", Map.of("name", "Partners"))
                .expect(201)
                .json()
                .get("id")
                .asString();

        assertThat(doors.assignments.ownerFor(acme.workspace(), new ProgramId(UUID.fromString(made)), Subtype.NEW))
                .contains(acme.olga.id());
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        Map<String, String> key = Map.of("Idempotency-Key", "k-2");
        api.post("/api/v1/programs", key, Map.of("name", "Partners")).expect(201);

        assertThat(api.post("/api/v1/programs", key, Map.of("name", "Others"))
                        .expect(422)
                        .json()
                        .get("field")
                        .asString())
                .isEqualTo("Idempotency-Key");
        api.post("/api/v1/contacts", key, Map.of("name", "Partners")).expect(422);
        assertThat(doors.surveys.programs(acme.workspace())).hasSize(2);
    }

    @Test
    void aRefusalIsKeptToo() {
        Map<String, String> key = Map.of("Idempotency-Key", "k-3");

        Reply first = api.post("/api/v1/programs", key, Map.of("name", "")).expect(422);
        Reply again = api.post("/api/v1/programs", key, Map.of("name", "")).expect(422);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Content-Type")).contains("application/problem+json");
    }

    @Test
    void aFailureOfOursIsNotKeptSoThatTryingAgainCanWork() {
        Map<String, String> key = Map.of("Idempotency-Key", "k-4");
        doors.jdbc
                .sql("alter table program add constraint broken_for_a_test check (workspace_id <> '%s') not valid"
                        .formatted(acme.workspace().value()))
                .update();
        try {
            Reply broken = api.post("/api/v1/programs", key, Map.of("name", "Partners"))
                    .expect(500);
            assertThat(broken.body()).contains("reference").doesNotContain("broken_for_a_test", "Exception");
        } finally {
            doors.jdbc
                    .sql("alter table program drop constraint broken_for_a_test")
                    .update();
        }

        api.post("/api/v1/programs", key, Map.of("name", "Partners")).expect(201);
    }

    @Test
    void keysOfOneWorkspaceMeanNothingInAnother() {
        Map<String, String> key = Map.of("Idempotency-Key", "k-5");
        api.post("/api/v1/programs", key, Map.of("name", "Partners")).expect(201);

        Reply other = doors.acme()
                .api()
                .post("/api/v1/programs", key, Map.of("name", "Others"))
                .expect(201);

        assertThat(other.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void aFileCanBeSentUnderAKeyToo() {
        Map<String, String> key = Map.of("Idempotency-Key", "k-6");
        String path = "/api/v1/contacts/" + acme.ada.id().value() + "/documents";
        byte[] bytes = "An essay.".getBytes(StandardCharsets.UTF_8);

        Reply first = api.upload(path, key, Map.of(), "essay.txt", bytes).expect(201);
        Reply again = api.upload(path, key, Map.of(), "essay.txt", bytes).expect(201);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(doors.interactions.documents(acme.workspace(), acme.ada.id()))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contacts", "responses", "invitations", "cases", "imports"})
    void walkingAListMeetsEverythingExactlyOnce(String list) {
        var wave = acme.wave("Q4");
        for (int n = 0; n < 18; n++) {
            acme.answer(wave, acme.contact("Person " + n), 3, "Bad.");
            if (n < 6) {
                doors.imports.upload(acme.olga, n + ".csv", "external_id,name\nX,Y\n".getBytes(StandardCharsets.UTF_8));
            }
        }
        var walked = new ArrayList<String>();
        String after = "";
        do {
            JsonNode slice =
                    api.get("/api/v1/" + list + "?limit=4" + after).expect(200).json();
            slice.get("items").forEach(item -> walked.add(item.get("id").asString()));
            after = slice.path("next").isMissingNode() || slice.get("next").isNull()
                    ? ""
                    : "&after=" + slice.get("next").asString();
        } while (!after.isEmpty());

        int all = Map.of("contacts", 23, "responses", 18, "invitations", 18, "cases", 18, "imports", 6)
                .get(list);
        assertThat(walked).doesNotHaveDuplicates().hasSize(all);
    }

    @Test
    void aProblemHasACodeAndSaysHowToMendIt() {
        JsonNode problem = api.post("/api/v1/contacts", Map.of("email", "not an address"))
                .expect(422)
                .json();

        assertThat(problem.get("code").asString()).isEqualTo("invalid");
        assertThat(problem.get("field").asString()).isEqualTo("email");
        assertThat(problem.get("detail").asString()).contains("ada@example.org");
        assertThat(api.get("/api/v1/nothing").expect(404).json().get("code").asString())
                .isEqualTo("not-found");
        assertThat(api.delete("/api/v1/contacts").expect(405).json().get("code").asString())
                .isEqualTo("not-supported");
        api.post("/api/v1/contacts", "{not json").expect(422);
        api.post("/api/v1/contacts", Map.of("Content-Type", "text/plain"), "x").expect(415);
    }

    @Test
    void aProblemIsToldInEnglishToThoseWhoseLanguageIsNotThere() {
        String tooLong = "x".repeat(1_234);
        for (String languages : List.of("ar-EG", "de-DE, fa;q=0.8", "*")) {
            Reply told = api.post(
                    "/api/v1/contacts",
                    Map.of("Accept-Language", languages),
                    Map.of("name", tooLong, "email", "ada@example.org"));
            assertThat(told.expect(422).json().get("detail").asString())
                    .isEqualTo("At most 300 characters; this one has 1234.");
        }
    }

    /** PostgreSQL keeps no NUL and Java may hold half a character: neither may become a failure of ours. */
    @Test
    void textThatCannotBeKeptIsTheSendersProblem() {
        String wave = acme.wave("Q4").id().value().toString();
        String dan = acme.caseOf(acme.answer(
                        doors.surveys.waves(acme.workspace(), acme.program.id()).getFirst(), acme.dan, 2, "Bad."))
                .id()
                .value()
                .toString();
        String program = "/api/v1/programs/" + acme.program.id().value();
        var wrong = new ArrayList<String>();
        for (String bad : List.of("a\\u0000b", "a\\ud800b")) {
            check(wrong, api.post("/api/v1/programs", "{\"name\":\"" + bad + "\"}"));
            check(wrong, api.post("/api/v1/contacts", "{\"externalId\":\"" + bad + "\",\"name\":\"x\"}"));
            check(
                    wrong,
                    api.post("/api/v1/contacts", "{\"externalId\":\"x1\",\"attributes\":{\"" + bad + "\":\"x\"}}"));
            check(wrong, api.post("/api/v1/invitations", "{\"wave\":\"" + wave + "\",\"externalId\":\"" + bad + "\"}"));
            check(
                    wrong,
                    api.post("/api/v1/cases/" + dan + "/follow-ups", "{\"kind\":\"note\",\"words\":\"" + bad + "\"}"));
            check(
                    wrong,
                    api.post(
                            "/api/v1/cases/" + dan + "/closure",
                            "{\"outcome\":\"no-contact-possible\",\"reason\":\"" + bad + "\"}"));
            check(
                    wrong,
                    api.post(
                            program + "/waves",
                            "{\"name\":\"" + bad
                                    + "\",\"opensAt\":\"2026-01-01T00:00:00Z\",\"closesAt\":\"2027-01-01T00:00:00Z\"}"));
        }
        check(wrong, api.get("/api/v1/contacts?search=%00"));
        check(wrong, api.get("/api/v1/contacts?externalId=%00"));
        check(wrong, acme.browser().get("/contacts?search=%00"));
        check(
                wrong,
                api.post(
                        program + "/waves",
                        "{\"name\":\"far\",\"opensAt\":\"-200000-01-01T00:00:00Z\",\"closesAt\":\"+999999-01-01T00:00:00Z\"}"));
        check(
                wrong,
                api.post("/api/v1/contacts", "{\"externalId\":\"far\",\"knownSince\":\"+999999999-01-01T00:00:00Z\"}"));
        check(wrong, api.get("/api/v1/contacts?limit=-5"));
        check(wrong, api.get("/api/v1/contacts?after=" + UUID.randomUUID()));

        assertThat(wrong).isEmpty();
    }

    private static void check(List<String> wrong, Reply reply) {
        if (reply.status() >= 500) {
            wrong.add(reply.status() + " " + reply.body());
        }
    }
}
