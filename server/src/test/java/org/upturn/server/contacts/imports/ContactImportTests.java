package org.upturn.server.contacts.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Client;
import org.upturn.server.house.Doors;
import org.upturn.server.house.Reply;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.house.Workbooks;
import tools.jackson.databind.JsonNode;

/** Files as they come from the world. */
@UpturnTest
class ContactImportTests {
    private static final String HEAD = "external_id,name,email\n";
    private static final String MAPPING = "/api/v1/imports?mapping=external-id,name,email";

    @Autowired
    Doors doors;

    @Autowired
    ContactImportRunner runner;

    private Acme acme;
    private Client api;

    @BeforeEach
    void aWorkspace() {
        acme = doors.acme();
        api = acme.api();
    }

    @Test
    void anEmptyFileIsRefusedWithAReason() {
        assertThat(send(new byte[0]).expect(422).json().get("field").asString()).isEqualTo("file");
        acme.browser().upload("/imports", Map.of(), "empty.csv", new byte[0]).expect(422);
    }

    @Test
    void rowsThatTellOtherwiseOfTheSameContactAreHandedBack() {
        JsonNode done =
                imported(HEAD + "P-1,Ben,ben@example.org\nP-1,Twice,twice@example.org\nP-1,Ben,ben@example.org\n");

        assertThat(done.get("rejectedRows").asInt()).isEqualTo(1);
        assertThat(done.get("rejected").get(0).get("row").asInt()).isEqualTo(3);
        assertThat(name("P-1")).isEqualTo("Ben");
    }

    @Test
    void whoeverWasKnownByEmailAloneKeepsOneRecordWhenTheIdComes() {
        api.post("/api/v1/contacts", Map.of("email", "Fay@example.org", "name", "Fay"))
                .expect(201);

        imported(HEAD + "P-9,Fay Adler,fay@example.org\n");
        api.post("/api/v1/contacts", Map.of("email", "fay@example.org", "phone", "+49 30 1"))
                .expect(200);

        assertThat(doors.contacts.list(acme.workspace(), "fay@", null, 10).items())
                .singleElement()
                .satisfies(fay -> {
                    assertThat(fay.externalId()).isEqualTo("P-9");
                    assertThat(fay.name()).isEqualTo("Fay Adler");
                    assertThat(fay.phone()).isEqualTo("+49 30 1");
                });
    }

    @Test
    void umlautsArriveWholeFromWindows1252AndUtf16() {
        imported((HEAD + "W-1,José Müller,jose@example.org\n").getBytes(Charset.forName("windows-1252")));
        imported(("\uFEFF" + HEAD + "U-1,Zoë Strauß,zoe@example.org\n").getBytes(StandardCharsets.UTF_16LE));
        imported(("\uFEFF" + HEAD + "B-1,Ægir Łódź,aegir@example.org\n").getBytes(StandardCharsets.UTF_8));

        assertThat(name("W-1")).isEqualTo("José Müller");
        assertThat(name("U-1")).isEqualTo("Zoë Strauß");
        assertThat(name("B-1")).isEqualTo("Ægir Łódź");
    }

    @Test
    void semicolonsAndTabsPartColumnsToo() {
        imported("external_id;name;email\nS-1;Ada, Countess;ada@example.org\n");
        imported("external_id\tname\temail\nT-1\tBen; Ltd\tben@example.org\n");

        assertThat(name("S-1")).isEqualTo("Ada, Countess");
        assertThat(name("T-1")).isEqualTo("Ben; Ltd");
    }

    @Test
    void aLineBreakInQuotesBelongsToItsCell() {
        imported(HEAD + "Q-1,\"Ada \"\"the first\"\"\nLovelace\",ada@example.org\nQ-2,Ben,ben@example.org\n");

        assertThat(name("Q-1")).isEqualTo("Ada \"the first\"\nLovelace");
        assertThat(name("Q-2")).isEqualTo("Ben");
    }

    @Test
    void theSamePersonTwiceInAFileIsOneContact() {
        JsonNode done = imported(HEAD + "D-1,Dan,dan@example.org\nD-1,Dan,dan@example.org\n");

        assertThat(done.get("created").asInt()).isEqualTo(1);
        assertThat(done.get("unchanged").asInt()).isEqualTo(1);
        assertThat(name("D-1")).isEqualTo("Dan");
    }

    @Test
    void threeBrokenRowsComeBackAndTheOthersComeIn() {
        JsonNode done = imported(HEAD + "A-1,Ada,ada@example.org\nA-2,Ben,not an address\n,Nobody,\n"
                + "A-4,\"=cmd|'/c calc'!A1\",eve@@example.org\nA-5,Eve,eve@example.org\n");

        assertThat(done.get("imported").asInt()).isEqualTo(2);
        assertThat(done.get("rejected")).hasSize(3);
        assertThat(done.at("/rejected/0/row").asInt()).isEqualTo(3);
        assertThat(done.at("/rejected/0/column").asString()).isEqualTo("email");
        assertThat(done.at("/rejected/0/value").asString()).isEqualTo("not an address");
        assertThat(done.at("/rejected/1/reason").asString()).contains("id of your own");

        Reply file = api.get("/api/v1/imports/" + done.get("id").asString() + "/rejected.csv")
                .expect(200);
        assertThat(file.header("Content-Disposition")).contains("attachment");
        assertThat(file.body())
                .contains("A-2,Ben,not an address")
                .contains("'=cmd|")
                .doesNotContain("A-1", "A-5", ",=cmd", "\"=cmd");
    }

    @Test
    void allThatIsWrongWithARowIsSaidAtOnce() {
        JsonNode done = finished(api.send(
                        "POST",
                        "/api/v1/imports?mapping=external-id,name,email,time-zone,known-since",
                        Map.of("Content-Type", "text/csv"),
                        java.net.http.HttpRequest.BodyPublishers.ofString(
                                "external_id,name,email,zone,since\nA-1,Ada,nowhere,Mars/Olympus,last spring\n"))
                .expect(202));

        assertThat(done.at("/rejected/0/reason").asString()).contains("nowhere", "time zone", "day");
    }

    @Test
    void columnsThatWeDoNotKnowBecomeAttributesAndWhatIsLeftOutIsSaid() {
        String file = "id,email,Customer since,Custom Data 1,Score,Comment\n"
                + "C-1,a@example.org,2021-03-01,Red with a rather long note about it,9,It is all very good and I like it\n"
                + "C-2,b@example.org,2020-05-02,Blue and another long note about that,3,It is far too slow for what it costs\n";
        var browser = acme.browser();
        String path = browser.upload("/imports", Map.of(), "people.csv", file.getBytes(StandardCharsets.UTF_8))
                .expect(303)
                .header("Location")
                .replaceAll("^https?://[^/]+", "");

        ContactImport kept = doors.imports.find(acme.workspace(), UUID.fromString(path.replace("/imports/", "")));
        assertThat(kept.mapping())
                .extracting(ContactImport.Mapped::word)
                .containsExactly("external-id", "email", "known-since", "attribute", "leave-out", "leave-out");
        assertThat(browser.get(path).body()).contains("Left out as it stands: Score, Comment.");
    }

    @Test
    void anotherSheetOfAWorkbookCanBeChosen() {
        var sheets = new java.util.LinkedHashMap<String, String>();
        sheets.put("Notes", Workbooks.row(1, "what", "who") + Workbooks.row(2, "call back", "Ben"));
        sheets.put("People", Workbooks.row(1, "id", "email") + Workbooks.row(2, "W-1", "wanda@example.org"));
        byte[] workbook = Workbooks.of(sheets);
        var browser = acme.browser();
        String path = browser.upload("/imports", Map.of(), "people.xlsx", workbook)
                .expect(303)
                .header("Location")
                .replaceAll("^https?://[^/]+", "");
        assertThat(browser.get(path).body()).contains("call back", "People");

        browser.post(path + "/sheet", Map.of("sheet", "Nowhere")).expect(422);
        browser.post(path + "/sheet", Map.of("sheet", "People")).expect(303);
        assertThat(browser.get(path).body()).contains("wanda@example.org").doesNotContain("call back");
        browser.post(path + "/start", Map.of("becomes", "external-id,email")).expect(303);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        doors.contacts.findByExternalId(acme.workspace(), "W-1").isPresent());

        JsonNode done = finished(api.upload("/api/v1/imports?sheet=People", "people.xlsx", workbook)
                .expect(202));
        assertThat(done.get("sheet").asString()).isEqualTo("People");
        assertThat(done.get("unchanged").asInt()).isEqualTo(1);
    }

    @Test
    void rowsComeBackPartedAsTheyCame() {
        JsonNode done = imported("external_id;name;email\nS-1;Ada, Countess;nowhere\n");

        assertThat(api.get("/api/v1/imports/" + done.get("id").asString() + "/rejected.csv")
                        .body())
                .contains("external_id;name;email", "S-1;Ada, Countess;nowhere");
    }

    @Test
    void theRowsHandedBackComeInOnceTheyAreMended() {
        JsonNode done = imported(HEAD + "A-1,Ada,ada@example.org\nA-2,Ben,not an address\n");
        String back = api.get("/api/v1/imports/" + done.get("id").asString() + "/rejected.csv")
                .body();

        Reply sent = send(back.replace("not an address", "ben@example.org").getBytes(StandardCharsets.UTF_8))
                .expect(202);

        assertThat(finished(sent).get("created").asInt()).isEqualTo(1);
        assertThat(name("A-2")).isEqualTo("Ben");
    }

    @Test
    void aCellOfTenMegabytesCostsItsRowAndNoOther() {
        JsonNode done =
                imported(HEAD + "L-1," + "x".repeat(10 << 20) + ",long@example.org\nL-2,Short,short@example.org\n");

        assertThat(done.get("state").asString()).isEqualTo("finished");
        assertThat(done.get("rejected")).hasSize(1);
        assertThat(name("L-2")).isEqualTo("Short");
    }

    @Test
    void aFileWithNulCharactersIsRefusedWithAReason() {
        Reply refused = send("external_id,na\0me,email\nN-1,A\0da,ada@example.org\n".getBytes(StandardCharsets.UTF_8));

        assertThat(refused.expect(422).json().get("detail").asString()).contains("not a text file");
    }

    @Test
    void aFileThatIsNoTableIsRefused() {
        byte[] picture = new byte[4096];
        new java.util.Random(7).nextBytes(picture);

        send(picture).expect(422);
        send("PK\3\4".getBytes(StandardCharsets.ISO_8859_1)).expect(422);
    }

    @Test
    void anImportCutOffInTheMiddleGoesOnAndTakesNoRowTwice() {
        String rows = IntStream.range(0, 1200)
                .mapToObj(n -> "R-" + n + ",Person " + n + ",r" + n + "@example.org")
                .collect(Collectors.joining("\n", HEAD, "\n"));
        doors.jdbc
                .sql(
                        "alter table contact add constraint broken_for_a_test check (workspace_id <> '%s' or external_id <> 'R-700') not valid"
                                .formatted(acme.workspace().value()))
                .update();
        UUID id;
        try {
            id = UUID.fromString(
                    ended(send(rows.getBytes(StandardCharsets.UTF_8)).expect(202))
                            .get("id")
                            .asString());
        } finally {
            doors.jdbc
                    .sql("alter table contact drop constraint broken_for_a_test")
                    .update();
        }
        assertThat(doors.imports.find(acme.workspace(), id).rowsDone()).isEqualTo(500);

        doors.jdbc
                .sql("update contact_import set state = 'running' where workspace_id = :workspace and id = :id")
                .param("workspace", acme.workspace().value())
                .param("id", id)
                .update();
        runner.resume();
        runner.resume();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !doors.imports.find(acme.workspace(), id).isRunning());

        ContactImport done = doors.imports.find(acme.workspace(), id);
        assertThat(done.state()).isEqualTo(ContactImport.State.FINISHED);
        assertThat(done.rowsDone()).isEqualTo(1200);
        assertThat(done.created()).isEqualTo(1200);
        assertThat(done.updated()).isZero();
        assertThat(doors.contacts.count(acme.workspace())).isEqualTo(1205);
    }

    @Test
    void fromThePageAFileIsLookedAtBeforeItIsImported() {
        var browser = acme.browser();
        Reply uploaded = browser.upload(
                        "/imports",
                        Map.of(),
                        "people.csv",
                        (HEAD + "P-1,Pia,pia@example.org\n").getBytes(StandardCharsets.UTF_8))
                .expect(303);
        String path = uploaded.header("Location").replaceAll("^https?://[^/]+", "");

        assertThat(browser.get(path).expect(200).body()).contains("Pia", "people.csv");
        assertThat(doors.contacts.findByExternalId(acme.workspace(), "P-1")).isEmpty();
        browser.post(path + "/start", Map.of("becomes", "external-id,name,email"))
                .expect(303);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        doors.contacts.findByExternalId(acme.workspace(), "P-1").isPresent());
        browser.get(path).expect(200);
        browser.post(path + "/start", Map.of("becomes", "external-id,name,email"))
                .expect(409);
    }

    private JsonNode imported(String file) {
        return imported(file.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode imported(byte[] file) {
        return finished(send(file).expect(202));
    }

    private JsonNode finished(Reply accepted) {
        JsonNode done = ended(accepted);
        assertThat(done.get("state").asString()).as(done.toString()).isEqualTo("finished");
        return done;
    }

    private JsonNode ended(Reply accepted) {
        String path = "/api/v1/imports/" + accepted.json().get("id").asString();
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> api.get(path).expect(200).json(),
                        item -> !item.get("state").asString().equals("running"));
    }

    private Reply send(byte[] file) {
        return api.send(
                "POST",
                MAPPING,
                Map.of("Content-Type", "text/csv"),
                java.net.http.HttpRequest.BodyPublishers.ofByteArray(file));
    }

    private String name(String externalId) {
        return doors.contacts
                .findByExternalId(acme.workspace(), externalId)
                .orElseThrow()
                .name();
    }
}
