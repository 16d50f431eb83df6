package org.upturn.server.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.contacts.Contact;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Client;
import org.upturn.server.house.Doors;
import org.upturn.server.house.Reply;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.house.Workbooks;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.Wave;
import tools.jackson.databind.JsonNode;

/** Files of other tools, as they export them. */
@UpturnTest
class PastImportTests {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String HEAD = "Response ID,E-mail,Name,Score,Comment,Date,Plan\n";

    @Autowired
    Doors doors;

    private Acme acme;
    private Client api;

    @BeforeEach
    void aWorkspace() {
        acme = doors.acme();
        api = acme.api();
    }

    @ParameterizedTest
    @CsvSource({
        "delighted.csv, 3, 1, score:Score verbatim:Comment date:Created_At person-id:Person_ID response-id:ID attribute:Plan",
        "delighted.jsonl, 2, 0, score:score verbatim:comment date:created_at email:person.email leave-out:permalink",
        "surveymonkey.csv, 3, 0, email:Email_Address first-name:First_Name leave-out:IP_Address leave-out:Collector_ID",
        "qualtrics.csv, 2, 1, date:RecordedDate response-id:ResponseId external-id:ExternalReference leave-out:Q1_NPS_GROUP",
        "typeform.csv, 2, 0, email:Your_email external-id:customer_id leave-out:Ending",
        "google-forms.csv, 2, 0, date:Timestamp email:Email_Address"
    })
    void theFilesOfEachToolAreUnderstoodAsTheyCome(String file, int answers, int refused, String columns) {
        JsonNode kept = upload(resource(file));

        for (String column : columns.split(" ")) {
            String name =
                    column.substring(column.indexOf(':') + 1).replace('_', ' ').strip();
            String becomes = column.substring(0, column.indexOf(':'));
            if (becomes.equals("attribute")) {
                assertThat(words(kept)).contains(column);
            } else {
                assertThat(becomes(kept, name)).as(name).isEqualTo(becomes);
            }
        }
        JsonNode done = run(kept);
        assertThat(done.get("answers").asInt()).as(done.toString()).isEqualTo(answers);
        assertThat(done.get("rejectedRows").asInt()).isEqualTo(refused);
    }

    @Test
    void anAnswerKeepsItsDateItsWordsAndWhatWasKnownThen() {
        run(upload(resource("delighted.csv")));

        Contact cleo = person("cleo@example.org");
        List<Response> hers = doors.responses.ofContact(acme.workspace(), cleo.id());
        assertThat(hers).hasSize(2);
        Response first = hers.getLast();
        assertThat(first.answeredAt()).isEqualTo(Instant.ofEpochSecond(1709280000));
        assertThat(first.verbatim()).isEqualTo("Nobody answers the phone.");
        assertThat(doors.jdbc
                        .sql("select segments ->> 'Plan' from response where workspace_id = :w and id = :id")
                        .param("w", acme.workspace().value())
                        .param("id", first.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("Basic");
        assertThat(waves()).extracting(Wave::name).containsExactly("2024 Q1", "2024 Q2");
    }

    @Test
    void theSameFileTwiceAndAnOverlappingOneMakeNoDoubles() {
        run(upload(resource("delighted.csv")));
        JsonNode again = run(upload(resource("delighted.csv")));
        JsonNode overlap = run(upload(resource("delighted.jsonl")));

        assertThat(again.get("answers").asInt()).isZero();
        assertThat(again.get("known").asInt()).isEqualTo(3);
        assertThat(overlap.get("known").asInt()).isEqualTo(2);
        assertThat(responses()).hasSize(3);
    }

    /** The one that comes second waits at the first person that both make, sees that they are known, and goes on. */
    @Test
    void twoFilesOfTheSamePeopleAtTheSameMomentMakeEachOfThemOnce() {
        var one = new StringBuilder(HEAD);
        var other = new StringBuilder(HEAD);
        for (int i = 0; i < 3_000; i++) {
            one.append("a-%d,p%d@example.org,P,9,Fine.,2024-03-20,Pro\n".formatted(i, i));
            other.append("b-%d,p%d@example.org,P,4,Slow.,2024-02-20,Pro\n".formatted(i, i));
        }
        List<JsonNode> both = List.of(upload(one.toString()), upload(other.toString()));
        both.forEach(this::start);
        List<JsonNode> done = both.stream().map(each -> until(each, "finished")).toList();

        assertThat(done.stream().mapToInt(each -> each.get("people").asInt()).sum())
                .isEqualTo(3_000);
        assertThat(done.stream().mapToInt(each -> each.get("answers").asInt()).sum())
                .isEqualTo(3_000);
        assertThat(done.stream().mapToInt(each -> each.get("changes").asInt()).sum())
                .isEqualTo(3_000);
    }

    @Test
    void aSecondAnswerInAWaveIsAVersionOfTheFirstInTheOrderOfTime() {
        run(upload(HEAD + "r-2,fay@example.org,Fay,9,Better now.,2024-03-20,Pro\n"));
        JsonNode earlier = run(upload(HEAD + "r-1,fay@example.org,Fay,3,Slow.,2024-02-01,Basic\n"));
        JsonNode later = run(upload(HEAD + "r-3,fay@example.org,Fay,10,Great.,2024-03-28,Pro\n"));

        assertThat(earlier.get("changes").asInt()).isEqualTo(1);
        assertThat(later.get("changes").asInt()).isEqualTo(1);
        Response only = responses().getFirst();
        assertThat(responses()).hasSize(1);
        assertThat(only.score().value()).isEqualTo(10);
        assertThat(doors.responses.versions(acme.workspace(), only.id()))
                .extracting(one -> one.score().value())
                .containsExactly(3, 9, 10);
    }

    @Test
    void oldAnswersOpenNoCaseButCountAsEarlierWaves() {
        run(upload(HEAD
                + "r-1,cleo@example.org,Cleo,9,Good.,2024-02-01,Pro\nr-2,dan@example.org,Dan,2,Bad.,2024-02-01,Pro\n"));
        assertThat(doors.cases.findByResponse(
                        acme.workspace(), responseOf("dan@example.org").id()))
                .isEmpty();

        var now = acme.answer(acme.wave("Now"), person("cleo@example.org"), 2, "Worse.");
        assertThat(acme.caseOf(now).subtype().word()).isEqualTo("converted");
        var still = acme.answer(acme.wave("Now too"), person("dan@example.org"), 1, "Still bad.");
        assertThat(acme.caseOf(still).subtype().word()).isEqualTo("chronic");
    }

    @Test
    void anAnswerOfYesterdayIsAnArrivalAndOpensItsCase() {
        Instant yesterday = Instant.now().minus(Duration.ofHours(20));
        run(upload(HEAD + "r-1,dan@example.org,Dan,2,Bad.," + yesterday + ",Pro\n"));

        assertThat(doors.cases.findByResponse(
                        acme.workspace(), responseOf("dan@example.org").id()))
                .isPresent();
    }

    @Test
    void brokenRowsComeBackAsAFileThatCanBeImportedAgain() {
        JsonNode done = run(upload(HEAD + "r-1,fay@example.org,Fay,9,Good.,2024-02-01,Pro\n"
                + "r-2,gus@example.org,Gus,=2+2,\"=HYPERLINK(1)\",2024-02-01,Pro\n"
                + "r-3,,Nobody,4,Words.,2024-02-01,Pro\n"
                + "r-4,hal@example.org,Hal,4,Words.,31/31/2024,Pro\n"));

        assertThat(done.get("answers").asInt()).isEqualTo(1);
        assertThat(done.get("rejectedRows").asInt()).isEqualTo(3);
        String file = api.get("/api/v1/past-imports/" + done.get("id").asString() + "/rejected.csv")
                .expect(200)
                .body();
        assertThat(file).contains("'=HYPERLINK(1)").contains("upturn_reason").contains("r-4");
        JsonNode mended = run(upload(file.replace("'=2+2", "4")));
        assertThat(mended.get("answers").asInt()).isEqualTo(1);
        assertThat(responseOf("gus@example.org").verbatim()).isEqualTo("=HYPERLINK(1)");
    }

    @Test
    void rowsComeBackPartedAsTheyCame() {
        JsonNode done = run(upload("E-mail;Score;Comment;Date\nfay@example.org;12;Well, well;2024-02-01\n"
                + "gus@example.org;9;Good.;2024-02-01\n"));

        assertThat(api.get("/api/v1/past-imports/" + done.get("id").asString() + "/rejected.csv")
                        .body())
                .contains("E-mail;Score;Comment;Date", "fay@example.org;12;Well, well;2024-02-01");
    }

    @Test
    void anImportIsTakenBackWithItsPeopleAndWavesAndWhatIsNeededStays() {
        JsonNode done = run(upload(HEAD + "r-1,fay@example.org,Fay,9,Good.,2024-02-01,Pro\n"
                + "r-2,gus@example.org,Gus,2,Bad.,2023-02-01,Pro\n"));
        acme.answer(acme.wave("Now"), person("fay@example.org"), 8, "Still fine.");

        api.post("/api/v1/past-imports/" + done.get("id").asString() + "/undoing", Map.of())
                .expect(200);
        JsonNode undone = until(done, "undone").get("undone");

        assertThat(undone.get("answers").asInt()).isEqualTo(2);
        assertThat(undone.get("people").asInt()).isEqualTo(1);
        assertThat(undone.get("keptPeople").asInt()).isEqualTo(1);
        assertThat(waves()).extracting(Wave::name).containsExactly("Now");
        assertThat(responses()).hasSize(1);
    }

    @Test
    void whatItWouldDoIsSaidBeforeAnythingIsStored() {
        run(upload(HEAD + "r-1,fay@example.org,Fay,9,Good.,2024-02-01,Pro\n"));
        JsonNode kept = upload(HEAD + "r-1,fay@example.org,Fay,9,Good.,2024-02-01,Pro\n"
                + "r-2,fay@example.org,Fay,8,Fine.,2024-06-01,Pro\nr-3,gus@example.org,Gus,77,Odd.,2024-06-01,Pro\n"
                + "r-4,hal@example.org,Hal,7,Fair.,2024-06-02,Pro\n");

        JsonNode check = api.post("/api/v1/past-imports/" + kept.get("id").asString() + "/check", Map.of())
                .expect(200)
                .json()
                .get("check");

        assertThat(check.get("answers").asInt()).isEqualTo(2);
        assertThat(check.get("known").asInt()).isEqualTo(1);
        assertThat(check.get("newPeople").asInt()).isEqualTo(1);
        assertThat(check.get("knownPeople").asInt()).isEqualTo(1);
        assertThat(check.get("newWaves").asInt()).isEqualTo(1);
        assertThat(check.get("rejected").get(0).get("row").asInt()).isEqualTo(4);
        assertThat(responses()).hasSize(1);
    }

    @Test
    void datesAreOfTheWorkspacesZoneAlsoInTheHourThatSpringSkips() {
        run(upload(resource("surveymonkey.csv")));

        assertThat(responseOf("dan@example.org").answeredAt()).isEqualTo(Instant.parse("2024-03-31T01:31:00Z"));
        assertThat(responseOf("ada@example.org").answeredAt()).isEqualTo(Instant.parse("2024-03-14T08:15:02Z"));
    }

    @Test
    void aWorkbookIsReadWithItsDatesAndWholeNumbers() {
        byte[] workbook = Workbooks.of(Map.of(
                "Answers",
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>E-mail</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Score</t></is></c>"
                        + "<c r=\"C1\" t=\"inlineStr\"><is><t>Date</t></is></c><c r=\"D1\" t=\"inlineStr\"><is><t>Comment</t></is></c></row>"
                        + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>fay@example.org</t></is></c><c r=\"B2\"><v>7.0</v></c>"
                        + "<c r=\"C2\" s=\"1\"><v>45323.5</v></c><c r=\"D2\" t=\"inlineStr\"><is><t>Good.</t></is></c></row>"
                        + "<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>gus@example.org</t></is></c><c r=\"B4\"><v>12</v></c>"
                        + "<c r=\"C4\"><v>45323</v></c></row>"));

        JsonNode done = run(upload(workbook));

        assertThat(responseOf("fay@example.org").answeredAt()).isEqualTo(Instant.parse("2024-02-01T11:00:00Z"));
        assertThat(responseOf("fay@example.org").score().value()).isEqualTo(7);
        assertThat(done.get("rejectedRows").asInt()).isEqualTo(1);
        assertThat(api.get("/api/v1/past-imports/" + done.get("id").asString() + "/rejected.csv")
                        .body())
                .contains("gus@example.org");
        assertThat(doors.contacts.list(acme.workspace(), "fay@", null, 10).items())
                .hasSize(1);
    }

    @Test
    void filesThatCannotBeReadSayWhatToDo() {
        assertThat(refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3, 4}))
                .contains(".xlsx");
        assertThat(refused(new byte[0])).contains("empty");
        assertThat(refused("PK\3\4 broken".getBytes(StandardCharsets.UTF_8))).contains("cannot be read");
        assertThat(refused("Name,Plan\nFay,Pro\n".getBytes(StandardCharsets.UTF_8)))
                .as("kept, and refused when it is to start")
                .contains("score");
    }

    @Test
    void wordsOfPastAnswersAreFoundAndReadBehindArrivals() {
        run(upload(HEAD + "r-1,fay@example.org,Fay,2,The zeppelin never arrived.,2024-02-01,Pro\n"));

        Response past = responseOf("fay@example.org");
        await().atMost(LONGEST)
                .until(() -> doors.readings.find(acme.workspace(), past.id()).isPresent());
        assertThat(acme.browser()
                        .get("/verbatims?program=" + acme.program.id().value() + "&words=zeppelin")
                        .expect(200)
                        .body())
                .contains("zeppelin never arrived");
    }

    private JsonNode run(JsonNode kept) {
        start(kept);
        return until(kept, "finished");
    }

    private void start(JsonNode kept) {
        api.post("/api/v1/past-imports/" + kept.get("id").asString() + "/start", Map.of())
                .expect(202);
    }

    private JsonNode until(JsonNode kept, String state) {
        String path = "/api/v1/past-imports/" + kept.get("id").asString();
        await().atMost(LONGEST)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> List.of(state, "failed")
                        .contains(api.get(path).json().get("state").asString()));
        JsonNode done = api.get(path).json();
        assertThat(done.get("state").asString()).as(done.toString()).isEqualTo(state);
        return done;
    }

    private String refused(byte[] content) {
        var reply = send(content);
        if (reply.status() == 201) {
            return api.post("/api/v1/past-imports/" + reply.json().get("id").asString() + "/start", Map.of())
                    .expect(422)
                    .body();
        }
        return reply.expect(422).body();
    }

    private JsonNode upload(String content) {
        return upload(content.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode upload(byte[] content) {
        return send(content).expect(201).json();
    }

    private Reply send(byte[] content) {
        return api.send(
                "POST",
                "/api/v1/past-imports?program=" + acme.program.id().value(),
                Map.of("Content-Type", "application/octet-stream"),
                BodyPublishers.ofByteArray(content));
    }

    private static byte[] resource(String name) {
        try (InputStream file = PastImportTests.class.getResourceAsStream("/history/" + name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String becomes(JsonNode kept, String column) {
        for (JsonNode one : kept.get("mapping")) {
            if (one.get("column").asString().replace('_', ' ').equals(column)) {
                return one.get("becomes").asString();
            }
        }
        throw new AssertionError(column + " in " + kept.get("mapping"));
    }

    private static String words(JsonNode kept) {
        return kept.get("mapping").toString();
    }

    private List<Response> responses() {
        return doors.responses
                .list(acme.workspace(), new Responses.Filter(null, null, null), null, 100)
                .items();
    }

    private Contact person(String email) {
        return doors.contacts.list(acme.workspace(), email, null, 10).items().getFirst();
    }

    private Response responseOf(String email) {
        return doors.responses.ofContact(acme.workspace(), person(email).id()).getFirst();
    }

    private List<Wave> waves() {
        return doors.surveys.waves(acme.workspace(), acme.program.id());
    }
}
