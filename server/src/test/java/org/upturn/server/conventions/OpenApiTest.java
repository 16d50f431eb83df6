package org.upturn.server.conventions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Client;
import org.upturn.server.house.Doors;
import org.upturn.server.house.Reply;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.responses.AnswerFiles;
import org.upturn.server.workspaces.Role;

@UpturnTest
class OpenApiTest {
    private static final String V1 = "/api/v1";

    @Autowired
    Doors doors;

    @Autowired
    AnswerFiles files;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void describesEveryHandlerAndNothingElse() {
        var handled = new TreeSet<String>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith(V1))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> handled.add(method.name() + " " + path))));

        assertThat(ApiDescription.of(doors.anybody()).operations())
                .as("who reads openapi.json can call all that is there, and nothing that is not")
                .isEqualTo(handled);
    }

    @Test
    void everyAnswerIsAsDescribed() {
        Acme acme = doors.acme();
        var api = new Described(ApiDescription.of(doors.anybody()), acme.api());
        String program = aProgramWithAWave(api, acme);
        String detractor = whatCameBack(api, acme);
        thePast(api, acme.program.id().value().toString());
        theLoop(api, detractor, acme.olga.id().value().toString());
        theDiscovery(api, acme);
        theCodebook(api, acme);
        theTeam(api, acme);
        MailOperations.call(api, acme);
        ChannelOperations.call(api, acme);
        TextOperations.call(api, acme);
        CorrectionOperations.call(api, acme);
        AlertOperations.call(api, acme);
        LetterOperations.call(api, acme, doors);
        ActionOperations.call(api, acme);
        TrackOperations.call(api, acme);
        aFile(api, acme);
        api.get("/openapi.json", V1 + "/openapi.json");

        assertThat(program).isNotEmpty();
        assertThat(api.description.unchecked())
                .as("every operation is called here once, and its answer looked at")
                .isEmpty();
    }

    private String aProgramWithAWave(Described api, Acme acme) {
        var made = api.post("/programs", V1 + "/programs", Map.of("name", "Partners", "starter", "company"), 201);
        String program = made.json().path("id").asString();
        String base = V1 + "/programs/" + program;
        api.get("/programs", V1 + "/programs");
        for (String part : new String[] {"", "/survey", "/codebook", "/routing", "/waves", "/changes"}) {
            api.get("/programs/{program}" + part, base + part);
        }
        api.json(
                "PUT",
                "/programs/{program}/routing",
                base + "/routing",
                Map.of("owner", acme.olga.id().value()),
                200);
        theRules(api, base, acme.olga.id().value().toString());
        var theme = api.get("/programs/{program}/codebook", base + "/codebook")
                .json()
                .at("/themes/0/id")
                .asString();
        var change = Map.of("theme", theme, "title", "Quicker answers", "announcement", "You said it; we did it.");
        api.post("/programs/{program}/changes", base + "/changes", change, 201);
        api.get("/programs/{program}/changes", base + "/changes");
        var wave = Map.of("name", "Q4", "opensAt", "2026-01-01T00:00:00Z", "closesAt", "2036-01-01T00:00:00Z");
        String id = api.post("/programs/{program}/waves", base + "/waves", wave, 201)
                .json()
                .path("id")
                .asString();
        api.post("/programs/{program}/waves", base + "/waves", wave, 409);
        String one = "/programs/{program}/waves/{wave}";
        api.json("PUT", one, base + "/waves/" + id, wave, 200);
        for (String part : new String[] {"", "/themes", "/segments", "/answers", "/provisional"}) {
            api.get(one + part, base + "/waves/" + id + part);
        }
        api.get("/programs/{program}/themes/{theme}", base + "/themes/" + theme);
        theSurvey(api, base + "/survey");
        var invitation = Map.of("wave", id, "externalId", "Ada");
        api.post("/invitations", V1 + "/invitations", invitation, 201);
        api.post(one + "/invitations", base + "/waves/" + id + "/invitations", Map.of(), 201);
        api.get("/invitations", V1 + "/invitations?limit=2");
        return program;
    }

    private void aFile(Described api, Acme acme) {
        var wave = acme.wave("Filed");
        var answer = acme.answer(wave, acme.ada, 9, "See the file.");
        var invited = acme.invited(wave, acme.ada);
        files.add(invited, "proof", "Proof", "a.txt", "Proof.".getBytes(StandardCharsets.UTF_8));
        String id = files.values(invited).get("proof").getFirst().substring(0, 36);
        api.get(
                "/responses/{response}/files/{file}",
                V1 + "/responses/" + answer.id().value() + "/files/" + id);
    }

    private void theSurvey(Described api, String base) {
        String survey = "/programs/{program}/survey";
        var draft = Map.of(
                "languages", List.of("en", "ar"),
                "questions", List.of(Map.of("id", "course", "kind", "one", "options", List.of("art", "music"))),
                "texts",
                        Map.of(
                                "en",
                                Map.of(
                                        "score", "How likely?",
                                        "why", "Why?",
                                        "q.course", "Which course?",
                                        "q.course.o.art", "Art",
                                        "q.course.o.music", "Music")));
        api.json("PUT", survey + "/draft", base + "/draft", draft, 200);
        api.json("PUT", survey + "/draft", base + "/draft?revision=7", draft, 409);
        api.json("PUT", survey + "/draft", base + "/draft", Map.of("languages", List.of("xx-none")), 422);
        api.get(survey + "/draft", base + "/draft");
        api.post(survey + "/versions", base + "/versions", Map.of("note", "Which course"), 201);
        api.post(survey + "/versions", base + "/versions", Map.of(), 409);
        api.get(survey + "/versions", base + "/versions");
        api.json("DELETE", survey + "/draft", base + "/draft", Map.of(), 204);
        String comment = api.post(survey + "/comments", base + "/comments", Map.of("words", "Shorter?"), 201)
                .json()
                .path("id")
                .asString();
        api.json(
                "PUT",
                survey + "/comments/{comment}/resolution",
                base + "/comments/" + comment + "/resolution",
                Map.of(),
                204);
        api.get(survey + "/comments", base + "/comments");
    }

    private String whatCameBack(Described api, Acme acme) {
        var wave = acme.wave("Q3");
        acme.answer(wave, acme.ada, 10, "Support is quick and kind.");
        acme.answer(wave, acme.ben, 7, "");
        var response = acme.answer(wave, acme.dan, 2, "Nobody answers the phone. Support is slow.");
        acme.awaitReadings();
        String base = V1 + "/programs/" + acme.program.id().value() + "/waves/"
                + wave.id().value();
        api.get(
                "/programs/{program}/waves",
                V1 + "/programs/" + acme.program.id().value() + "/waves");
        for (String part : new String[] {"", "/themes", "/segments"}) {
            api.get("/programs/{program}/waves/{wave}" + part, base + part);
        }
        theTheme(api, acme, wave.id().value().toString());
        String id = response.id().value().toString();
        api.get("/responses", V1 + "/responses?limit=2");
        api.get("/responses/{id}", V1 + "/responses/" + id);
        api.get("/responses/{id}/versions", V1 + "/responses/" + id + "/versions");
        api.get("/responses/{id}/similar", V1 + "/responses/" + id + "/similar");
        String theme = "/responses/{id}/themes/{theme}";
        String told = V1 + "/responses/" + id + "/themes/price-value";
        api.json("PUT", theme, told, Map.of("present", true), 200);
        api.get("/responses/{id}/themes", V1 + "/responses/" + id + "/themes");
        api.get(
                "/programs/{program}/agreement",
                V1 + "/programs/" + acme.program.id().value() + "/agreement");
        api.get(
                "/programs/{program}/review",
                V1 + "/programs/" + acme.program.id().value() + "/review?limit=3");
        api.json("DELETE", theme, told, Map.of(), 204);
        theSearch(api, acme.program.id().value().toString());
        theContact(api, acme.dan.id().value().toString());
        return acme.caseOf(response).id().value().toString();
    }

    private void theTheme(Described api, Acme acme, String wave) {
        String one = "/programs/{program}/themes/{theme}";
        String base = V1 + "/programs/" + acme.program.id().value() + "/themes/slow-response";
        api.get(one, base);
        var words = api.get(one + "/quotations", base + "/quotations?limit=1&wave=" + wave)
                .json()
                .path("items");
        assertThat(words).as("a quotation to hold against its description").isNotEmpty();
        api.check("GET " + one, api.client.get(base + "x"), 404);
        api.check("GET " + one + "/quotations", api.client.get(base + "/quotations"), 422);
        api.check(
                "GET " + one + "/quotations", api.client.get(base + "/quotations?certainty=fairly&wave=" + wave), 422);
    }

    private void theSearch(Described api, String program) {
        var search = Map.of("program", program, "name", "Slow", "query", "q=slow&group=detractor", "shared", true);
        api.get("/programs/{program}/verbatims", V1 + "/programs/" + program + "/verbatims?q=support&limit=1");
        api.check(
                "GET /programs/{program}/verbatims",
                api.client.get(V1 + "/programs/" + program + "/verbatims?group=fans"),
                422);
        String id = api.post("/searches", V1 + "/searches", search, 201)
                .json()
                .path("id")
                .asString();
        api.post("/searches", V1 + "/searches", search, 409);
        api.post("/searches", V1 + "/searches", Map.of("program", program, "name", "X", "query", "colour=red"), 422);
        api.get("/searches", V1 + "/searches");
        api.json("DELETE", "/searches/{id}", V1 + "/searches/" + id, Map.of(), 204);
    }

    private void theContact(Described api, String id) {
        String base = V1 + "/contacts/" + id;
        api.get("/contacts", V1 + "/contacts?limit=2");
        api.get("/contacts/{id}", base);
        api.post(
                "/contacts",
                V1 + "/contacts",
                Map.of("email", "fay@example.org", "attributes", Map.of("site", "S")),
                201);
        api.post("/contacts", V1 + "/contacts", Map.of("email", "fay@example.org"), 200);
        var note = Map.of("kind", "call", "title", "Rang back", "body", "Left a message.");
        api.post("/contacts/{contact}/interactions", base + "/interactions", note, 201);
        api.get("/contacts/{contact}/interactions", base + "/interactions");
        byte[] text = "as agreed".getBytes(StandardCharsets.UTF_8);
        var added = api.check(
                "POST /contacts/{contact}/documents", api.client.upload(base + "/documents", "a.txt", text), 201);
        api.get("/contacts/{contact}/documents", base + "/documents");
        api.get("/documents/{id}", V1 + "/documents/" + added.json().path("id").asString());
        byte[] rows = "id,name,email\n1,Gus,gus@example.org\n2,Hal,wrong\n".getBytes(StandardCharsets.UTF_8);
        var begun = api.check("POST /imports", api.client.upload(V1 + "/imports", "people.csv", rows), 202);
        String one = V1 + "/imports/" + begun.json().path("id").asString();
        org.awaitility.Awaitility.await()
                .until(() -> api.get("/imports/{id}", one)
                        .json()
                        .path("state")
                        .asString()
                        .equals("finished"));
        api.get("/imports", V1 + "/imports");
        api.get("/imports/{id}/rejected.csv", one + "/rejected.csv");
        api.check("POST /imports/check", api.client.upload(V1 + "/imports/check", "people.csv", rows), 200);
        api.post("/imports/{id}/undoing", one + "/undoing", Map.of(), 200);
        api.post("/imports/{id}/undoing", one + "/undoing", Map.of(), 409);
        theDirectory(api);
    }

    private void thePast(Described api, String program) {
        var kept = api.check(
                "POST /past-imports",
                api.client.send(
                        "POST",
                        V1 + "/past-imports?program=" + program,
                        Map.of("Content-Type", "text/csv"),
                        java.net.http.HttpRequest.BodyPublishers.ofString(
                                "email,score,date\na@example.org,9,2024-01-31\nb@example.org,99,2024-01-31\n")),
                201);
        String one = V1 + "/past-imports/" + kept.json().path("id").asString();
        api.post("/past-imports/{id}/check", one + "/check", Map.of("waves", "month"), 200);
        api.post("/past-imports/{id}/start", one + "/start", Map.of(), 202);
        org.awaitility.Awaitility.await()
                .until(() -> api.get("/past-imports/{id}", one)
                        .json()
                        .path("state")
                        .asString()
                        .equals("finished"));
        api.get("/past-imports", V1 + "/past-imports");
        api.get("/past-imports/{id}/rejected.csv", one + "/rejected.csv");
        String other = api.client
                .send(
                        "POST",
                        V1 + "/past-imports?program=" + program,
                        Map.of("Content-Type", "text/csv"),
                        java.net.http.HttpRequest.BodyPublishers.ofString(
                                "email,score,date\nc@example.org,9,2024-01-31\n"))
                .expect(201)
                .json()
                .path("id")
                .asString();
        doors.jdbc
                .sql(
                        "update past_import set state = 'running' where workspace_id is not null and workspace_id = workspace_id and id = :id")
                .param("id", java.util.UUID.fromString(other))
                .update();
        api.post("/past-imports/{id}/pause", V1 + "/past-imports/" + other + "/pause", Map.of(), 200);
        api.post("/past-imports/{id}/resumption", V1 + "/past-imports/" + other + "/resumption", Map.of(), 200);
        String third = api.client
                .send(
                        "POST",
                        V1 + "/past-imports?program=" + program,
                        Map.of("Content-Type", "text/csv"),
                        java.net.http.HttpRequest.BodyPublishers.ofString(
                                "email,score,date\nd@example.org,9,2024-01-31\n"))
                .expect(201)
                .json()
                .path("id")
                .asString();
        api.post("/past-imports/{id}/cancellation", V1 + "/past-imports/" + third + "/cancellation", Map.of(), 200);
        api.post("/past-imports/{id}/pause", one + "/pause", Map.of(), 409);
        api.post("/past-imports/{id}/resumption", one + "/resumption", Map.of(), 409);
        api.post("/past-imports/{id}/cancellation", one + "/cancellation", Map.of(), 409);
        api.post("/past-imports/{id}/undoing", one + "/undoing", Map.of(), 200);
    }

    private void theDirectory(Described api) {
        String plan = api.post("/attributes", V1 + "/attributes", Map.of("name", "Plan"), 201)
                .json()
                .path("id")
                .asString();
        var choices = Map.of("type", "one-of", "choices", List.of("Free", "Pro"), "demographic", true);
        api.json("PUT", "/attributes/{id}", V1 + "/attributes/" + plan, choices, 200);
        api.get("/attributes", V1 + "/attributes");
        var told = Map.of(
                "externalId",
                "gil",
                "email",
                "gil@gmial.com",
                "account",
                "Gilded",
                "attributes",
                Map.of("Plan", "pro"),
                "consent",
                Map.of("state", "given"));
        var gil = api.post("/contacts", V1 + "/contacts", told, 201).json();
        String one = V1 + "/contacts/" + gil.path("id").asString();
        assertThat(gil.at("/hints/0/suggestion").asString()).isEqualTo("gil@gmail.com");
        api.json("PATCH", "/contacts/{id}", one, Map.of("phone", "+49 30 901820"), 200);
        api.json("PATCH", "/contacts/{id}", one, Map.of("attributes", Map.of("Plan", "Gold")), 422);
        api.json("PATCH", "/contacts/{id}", one, Map.of("shoe", "9"), 422);
        var account = Map.of("name", "Gilded Ltd", "renewsOn", "2027-03-01", "revenue", 1200.5);
        String at = V1 + "/accounts/" + gil.path("accountId").asString();
        api.json("PUT", "/accounts/{id}", at, account, 200);
        api.get("/accounts/{id}", at);
        api.get("/accounts", V1 + "/accounts?limit=1");
        api.json("DELETE", "/accounts/{id}", at, Map.of(), 409);
        String spare = api.post("/accounts", V1 + "/accounts", Map.of("name", "Spare"), 201)
                .json()
                .path("id")
                .asString();
        api.json("DELETE", "/accounts/{id}", V1 + "/accounts/" + spare, Map.of(), 204);
        theSegment(api);
        theDuplicates(api, gil.path("id").asString());
        api.json("DELETE", "/contacts/{id}", one, Map.of(), 204);
        api.json("DELETE", "/attributes/{id}", V1 + "/attributes/" + plan, Map.of(), 204);
    }

    private void theSegment(Described api) {
        var rule = Map.of(
                "name", "Pros", "conditions", List.of(Map.of("field", "attribute:Plan", "is", "is", "value", "Pro")));
        var made = api.post("/segments", V1 + "/segments", rule, 201).json();
        assertThat(made.path("people").asInt()).isEqualTo(1);
        api.post("/segments", V1 + "/segments", rule, 409);
        String one = V1 + "/segments/" + made.path("id").asString();
        api.get("/segments", V1 + "/segments");
        api.get("/segments/{id}", one);
        api.get("/contacts", V1 + "/contacts?segment=" + made.path("id").asString());
        api.json("PUT", "/segments/{id}", one, Map.of("name", "None", "conditions", List.of()), 422);
        api.json("PUT", "/segments/{id}", one, rule, 200);
        api.json("DELETE", "/segments/{id}", one, Map.of(), 204);
    }

    private void theDuplicates(Described api, String gil) {
        var twin = Map.of("externalId", "gil-2", "name", "gil", "email", "gil@gmial.com");
        String other = api.post("/contacts", V1 + "/contacts", twin, 201)
                .json()
                .path("id")
                .asString();
        var found = api.post("/duplicates", V1 + "/duplicates", Map.of(), 200).json();
        String pair = V1 + "/duplicates/" + found.at("/items/0/id").asString() + "/dismissal";
        api.get("/duplicates", V1 + "/duplicates");
        api.json("PUT", "/duplicates/{id}/dismissal", pair, Map.of(), 204);
        api.json("DELETE", "/duplicates/{id}/dismissal", pair, Map.of(), 204);
        var merge = Map.of("survivor", gil, "merged", other);
        String id = api.post("/merges", V1 + "/merges", merge, 201)
                .json()
                .path("id")
                .asString();
        api.get("/contacts/{id}/merges", V1 + "/contacts/" + other + "/merges");
        api.json("DELETE", "/merges/{id}", V1 + "/merges/" + id, Map.of(), 204);
        api.json("DELETE", "/merges/{id}", V1 + "/merges/" + id, Map.of(), 409);
    }

    private static void theRules(Described api, String program, String olga) {
        String base = "/programs/{program}/routing/rules";
        String rules = program + "/routing/rules";
        var rule = Map.of("name", "To Olga", "subtypes", List.of("chronic"), "to", "members", "members", List.of(olga));
        api.json("PUT", base + "/draft", rules + "/draft", Map.of("rules", List.of(rule)), 200);
        api.json("PUT", base + "/draft", rules + "/draft", Map.of("rules", List.of(rule, rule)), 422);
        api.get(base + "/simulation", rules + "/simulation?days=30");
        api.post(base + "/activation", rules + "/activation", Map.of(), 200);
        api.post(base + "/activation", rules + "/activation", Map.of(), 409);
        api.json("DELETE", base + "/draft", rules + "/draft", Map.of(), 204);
        api.get(base, rules);
        api.get(base + "/versions", rules + "/versions");
        api.get(base + "/versions/{version}", rules + "/versions/1");
        api.check("GET " + base + "/versions/{version}", api.client.get(rules + "/versions/99"), 404);
        var away = api.post("/leave", V1 + "/leave", Map.of("first", "2099-07-01", "last", "2099-07-14"), 201);
        api.get("/leave", V1 + "/leave");
        var hours = Map.of("days", List.of("tuesday"), "starts", "10:00", "ends", "14:30", "timeZone", "Asia/Tokyo");
        api.json("PUT", "/working-hours/{member}", V1 + "/working-hours/" + olga, hours, 200);
        api.json(
                "PUT", "/working-hours/{member}", V1 + "/working-hours/" + olga, Map.of("days", List.of("noday")), 422);
        api.get("/working-hours", V1 + "/working-hours");
        api.json(
                "DELETE", "/leave/{id}", V1 + "/leave/" + away.json().path("id").asString(), Map.of(), 204);
    }

    private void theLoop(Described api, String id, String olga) {
        String base = V1 + "/cases/" + id;
        api.get("/cases", V1 + "/cases?status=open");
        api.get("/cases/{id}", base);
        api.post("/cases/{id}/assignment", base + "/assignment", Map.of("owner", olga), 200);
        api.get("/cases", V1 + "/cases?attention=late");
        var many = Map.of("cases", List.of(id), "owner", olga);
        api.post("/cases/assignments", V1 + "/cases/assignments", many, 200);
        api.post("/cases/{id}/closure", base + "/closure", Map.of("outcome", "resolved"), 422);
        api.post(
                "/cases/{id}/follow-ups", base + "/follow-ups", Map.of("kind", "contacted", "words", "Rang Dan."), 201);
        String logged = api.get("/cases/{id}/follow-ups", base + "/follow-ups")
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        String entry = base + "/follow-ups/" + logged;
        api.json("DELETE", "/cases/{id}/follow-ups/{followUp}", entry, Map.of(), 204);
        api.json("DELETE", "/cases/{id}/follow-ups/{followUp}", entry, Map.of(), 404);
        var closure = Map.of("outcome", "no-contact-possible", "reason", "Has moved away.");
        api.post("/cases/{id}/closure", base + "/closure", closure, 200);
        api.post("/cases/{id}/closure", base + "/closure", closure, 409);
        api.get("/cases/{id}/closures", base + "/closures");
        api.json("DELETE", "/cases/{id}/closure", base + "/closure", Map.of(), 200);
        api.json("DELETE", "/cases/{id}/closure", base + "/closure", Map.of(), 409);
        api.get("/cases/{id}/closures", base + "/closures");
    }

    private void theDiscovery(Described api, Acme acme) {
        String one = "/programs/{program}/discovery";
        String base = V1 + "/programs/" + acme.program.id().value() + "/discovery";
        var before = acme.wave("Q2", 200);
        var wave = acme.wave("Q5");
        for (int i = 0; i < 4; i++) {
            acme.answer(
                    wave, acme.contact("Driver " + i), 4, "I never find a parking space, not at " + i + " o’clock.");
        }
        acme.awaitReadings();
        api.get(one, base);
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() -> api.get(one, base + "?wave=" + wave.id().value())
                        .json()
                        .path("state")
                        .asString()
                        .equals("ready"));
        var group = api.get(one, base).json().at("/groups/0");
        assertThat(group.path("people").asInt()).isEqualTo(4);
        String mine = base + "/groups/" + group.path("id").asString();
        String shape = one + "/groups/{group}";
        api.json("PUT", shape + "/dismissal", mine + "/dismissal", Map.of(), 204);
        assertThat(api.get(one, base).json().at("/groups/0/dismissed").asBoolean())
                .isTrue();
        api.json("DELETE", shape + "/dismissal", mine + "/dismissal", Map.of(), 204);
        String theme = api.post(shape + "/theme", mine + "/theme", Map.of(), 201)
                .json()
                .path("theme")
                .asString();
        assertThat(api.get(one, base).json().at("/groups/0/theme").asString()).isEqualTo(theme);
        api.post(one, base, Map.of(), 202);
        api.check("GET " + one, api.client.get(base + "?wave=" + before.id().value()), 404);
        api.json(
                "DELETE",
                shape + "/dismissal",
                base + "/groups/" + java.util.UUID.randomUUID() + "/dismissal",
                Map.of(),
                404);
        api.json(
                "DELETE",
                "/programs/{program}/codebook/draft",
                base.replace("discovery", "codebook/draft"),
                Map.of(),
                204);
    }

    private void theCodebook(Described api, Acme acme) {
        String one = "/programs/{program}/codebook";
        String base = V1 + "/programs/" + acme.program.id().value() + "/codebook";
        api.get(one, base + "?format=yaml");
        api.get(one, base + "?format=csv");
        api.get(one + "/versions", base + "/versions");
        api.get(one + "/draft", base + "/draft");
        var themes = List.of(
                Map.of("id", "slow-response", "name", "Slow", "formerly", List.of("hard-to-reach")),
                Map.of("id", "queues", "name", "Queues", "parent", "slow-response", "splitFrom", "onboarding"));
        api.json("PUT", one + "/draft", base + "/draft", Map.of("name", "Ours", "themes", themes), 200);
        api.json("PUT", one + "/draft", base + "/draft?revision=0", Map.of("themes", themes), 409);
        api.json("PUT", one + "/draft", base + "/draft", Map.of("themes", List.of(Map.of("id", "a"))), 422);
        api.get(one + "/diff", base + "/diff?from=1&to=2");
        org.awaitility.Awaitility.await()
                .until(() -> api.get(one + "/preview", base + "/preview")
                        .json()
                        .path("finished")
                        .asBoolean());
        api.json("DELETE", one + "/activation", base + "/activation", Map.of(), 409);
        api.json("PUT", one + "/activation/pause", base + "/activation/pause", Map.of(), 409);
        onItsWayElsewhere(acme);
        api.json("PUT", one + "/activation/pause", base + "/activation/pause", Map.of(), 200);
        api.get(one + "/activation", base + "/activation");
        api.json("DELETE", one + "/activation/pause", base + "/activation/pause", Map.of(), 200);
        org.awaitility.Awaitility.await()
                .until(() -> api.get(one + "/activation", base + "/activation")
                        .json()
                        .path("state")
                        .asString()
                        .equals("active"));
        api.json("PUT", one + "/draft", base + "/draft", Map.of("themes", themes.subList(0, 1)), 200);
        onItsWayElsewhere(acme);
        api.json("DELETE", one + "/activation", base + "/activation", Map.of(), 200);
        api.post(one + "/activation", base + "/activation", Map.of("revision", 99), 409);
        api.post(one + "/activation", base + "/activation", Map.of("note", "Shorter."), 202);
        api.json("PUT", one + "/draft", base + "/draft", Map.of("themes", themes), 200);
        api.json("DELETE", one + "/draft", base + "/draft", Map.of(), 204);
    }

    /** As if another node were making the draft live. */
    private void onItsWayElsewhere(Acme acme) {
        doors.jdbc.sql("""
                        update codebook_version
                        set state = 'reading', lease_token = id, lease_until = 'infinity'
                        from workspace
                        where workspace.id = :workspace and workspace_id = :workspace and state = 'draft'
                        """).param("workspace", acme.workspace().value()).update();
    }

    private void theTeam(Described api, Acme acme) {
        api.get("/team", V1 + "/team");
        api.get("/audit-log", V1 + "/audit-log?limit=200");
        var iris = Map.of("name", "Iris", "email", Acme.email("iris"), "password", Acme.PASSWORD, "role", "viewer");
        String member =
                api.post("/team", V1 + "/team", iris, 201).json().path("id").asString();
        api.post("/team", V1 + "/team", iris, 409);
        String one = V1 + "/team/" + member;
        api.get("/team/{id}", one);
        api.json("PATCH", "/team/{id}", one, Map.of("role", "manager"), 200);
        var olga = Map.of("successor", acme.olga.id().value());
        api.post("/team/{id}/handover", one + "/handover", olga, 200);
        api.json("DELETE", "/team/{id}", one, Map.of(), 204);
        api.json("PATCH", "/team/{id}", one, Map.of("role", "viewer"), 404);
        api.post("/team/{id}/return", one + "/return", Map.of(), 200);
        api.get("/api-keys", V1 + "/api-keys");
        String key = api.post("/api-keys", V1 + "/api-keys", Map.of("name", "nightly"), 201)
                .json()
                .path("id")
                .asString();
        api.json("DELETE", "/api-keys/{id}", V1 + "/api-keys/" + key, Map.of(), 204);
    }

    @Test
    void everyProblemIsAsDescribed() {
        Acme acme = doors.acme();
        var description = ApiDescription.of(doors.anybody());
        var owner = new Described(description, acme.api());
        var viewer = new Described(description, acme.api(acme.member("Vic", Role.VIEWER)));
        var nobody = new Described(description, doors.anybody());
        String nowhere = "/" + java.util.UUID.randomUUID();

        nobody.check("GET /team", nobody.client.get(V1 + "/team"), 401);
        viewer.post("/programs", V1 + "/programs", Map.of("name", "Mine"), 403);
        viewer.post("/team", V1 + "/team", Map.of(), 403);
        viewer.check("GET /api-keys", viewer.client.get(V1 + "/api-keys"), 403);
        owner.check("GET /contacts/{id}", owner.client.get(V1 + "/contacts" + nowhere), 404);
        owner.check("GET /contacts/{id}", owner.client.get(V1 + "/contacts/ada"), 404);
        owner.check("GET /contacts", owner.client.get(V1 + "/contacts?limit=many"), 422);
        owner.check("GET /contacts", owner.client.get(V1 + "/contacts?search=%00"), 422);
        for (String body :
                new String[] {"", "{", "null", "[]", "{\"nme\":\"x\"}", "{\"name\":\"a\\u0000\"}", "{\"name\":[]}"}) {
            owner.post("/programs", V1 + "/programs", body, 422);
        }
        owner.check(
                "POST /programs", owner.client.post(V1 + "/programs", Map.of("Content-Type", "text/plain"), "x"), 415);
        owner.check(
                "POST /contacts/{contact}/documents",
                owner.client.post(V1 + "/contacts" + nowhere + "/documents", "{}"),
                422);
        var times = "{\"externalId\":\"q\",\"knownSince\":\"-999999-01-01T00:00:00Z\"}";
        owner.post("/contacts", V1 + "/contacts", times, 422);
        owner.post("/contacts", V1 + "/contacts", "{\"externalId\":\"q\",\"attributes\":{\"a\":null}}", 201);
    }

    @Test
    void aMissingAndAnUnknownFieldAreNoticed() {
        var description = ApiDescription.of(doors.anybody());
        for (String item :
                new String[] {"{}", "{\"id\":null,\"name\":\"Iris\",\"role\":\"viewer\",\"email\":\"i@example.org\"}"
                }) {
            var type = HttpHeaders.of(Map.of("Content-Type", List.of("application/json")), (name, value) -> true);
            var reply = new Reply(200, type, ("{\"items\":[" + item + "]}").getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> description.check("GET /api/v1/team", reply))
                    .isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void anUploadSentAgainWithItsKeyIsTakenOnce() {
        Acme acme = doors.acme();
        Client api = acme.api();
        String path = V1 + "/contacts/" + acme.ada.id().value() + "/documents";
        var key = Map.of("Idempotency-Key", "upload-1");

        String first = api.upload(path, key, Map.of(), "a.txt", new byte[] {65})
                .expect(201)
                .body();

        assertThat(api.upload(path, key, Map.of(), "a.txt", new byte[] {65})
                        .expect(201)
                        .body())
                .isEqualTo(first);
        api.upload(path, key, Map.of(), "a.txt", new byte[] {66}).expect(422);
        assertThat(api.get(path).json().path("items").size()).isEqualTo(1);
    }

    /** Calls, and holds each answer against the description. */
    record Described(ApiDescription description, Client client) {
        Reply get(String template, String path) {
            return check("GET " + template, client.get(path), 200);
        }

        Reply post(String template, String path, Object body, int status) {
            return check("POST " + template, client.post(path, body), status);
        }

        Reply json(String method, String template, String path, Map<String, ?> body, int status) {
            var sent = BodyPublishers.ofString(
                    tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(body));
            var type = Map.of("Content-Type", "application/json");
            return check(method + " " + template, client.send(method, path, type, sent), status);
        }

        Reply check(String operation, Reply reply, int status) {
            return description.check(operation.replaceFirst(" ", " " + V1), reply.expect(status));
        }
    }
}
