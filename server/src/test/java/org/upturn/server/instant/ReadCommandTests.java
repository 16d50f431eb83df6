package org.upturn.server.instant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReadCommandTests {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    private static final String ACME = """
            ContactID,Wave,Response date,NPS_SCORE,Group,Why
            ada,2026-Q2,2026-05-04,10,Promoter,"Support answers within the hour, and kindly"
            ben,2026-Q2,2026-05-04,7,Passive,Fine
            cleo,2026-Q2,2026-05-05,9,Promoter,Team is using it. Already saving us hours per week.
            dan,2026-Q2,2026-05-06,3,Detractor,Nobody calls back
            ada,2026-Q3,2026-08-04,9,Promoter,Still good
            ben,2026-Q3,2026-08-04,8,Passive,
            cleo,2026-Q3,2026-08-05,6,Detractor,First thought
            cleo,2026-Q3,2026-08-06,4,Detractor,"Three support tickets, no resolution. Looking at alternatives for renewal."
            dan,2026-Q3,2026-08-06,2,Detractor,"Still nobody calls back, and I asked twice"
            eve,2026-Q3,2026-08-07,5,Detractor,
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Object... arguments) {
        String[] words = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        return new ReadCommand(CLOCK, print(out), print(err)).run(words);
    }

    private static PrintStream print(ByteArrayOutputStream target) {
        return new PrintStream(target, true, StandardCharsets.UTF_8);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private JsonNode json(Path file, Object... more) {
        Path result = folder.resolve("result.json");
        List<Object> arguments = new java.util.ArrayList<>(List.of(file, "--out", result));
        arguments.addAll(List.of(more));
        assertThat(run(arguments.toArray()))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        return JsonMapper.shared().readTree(result.toFile());
    }

    @Test
    void saysWhoFellWhoWasLowBeforeAndWhoIsSilent() throws IOException {
        JsonNode report = json(file("acme.csv", ACME));
        assertThat(report.get("rows").asInt()).isEqualTo(10);
        assertThat(report.get("imported").asInt()).isEqualTo(10);
        assertThat(report.get("nps").get("promoters").asInt()).isEqualTo(3);
        assertThat(report.get("nps").get("detractors").asInt()).isEqualTo(4);
        assertThat(report.get("nps").get("value").asDouble()).isEqualTo(-100.0 / 9);
        assertThat(report.get("nps").get("band").asString()).isEqualTo("mild");
        assertThat(report.get("subtypes").toString())
                .isEqualTo("{\"new\":1,\"converted\":1,\"chronic\":1,\"silent\":1}");
        assertThat(report.get("detractors")).hasSize(3);
        JsonNode cleo = report.get("detractors").get(0);
        assertThat(cleo.get("contact").asString()).isEqualTo("cleo");
        assertThat(cleo.get("score").asInt()).isEqualTo(4);
        assertThat(cleo.get("previousScore").asInt()).isEqualTo(9);
        assertThat(cleo.get("subtype").asString()).isEqualTo("converted");
        assertThat(cleo.get("verbatim").asString()).startsWith("Three support tickets");
        JsonNode dan = report.get("detractors").get(1);
        assertThat(dan.get("contact").asString() + dan.get("subtype").asString())
                .isEqualTo("danchronic");
        JsonNode eve = report.get("detractors").get(2);
        assertThat(eve.get("silent").asBoolean()).isTrue();
        assertThat(eve.get("previousScore").isNull()).isTrue();
    }

    @Test
    void everyEvidenceIsAQuotation() throws IOException {
        for (JsonNode person : json(file("acme.csv", ACME)).get("detractors")) {
            for (JsonNode theme : person.get("themes")) {
                assertThat(person.get("verbatim").asString())
                        .contains(theme.get("evidence").asString());
            }
        }
    }

    @Test
    void quartersComeFromTheDate() throws IOException {
        JsonNode report = json(file("acme.csv", ACME), "--wave", "quarter");
        assertThat(report.get("detractors").get(0).get("previousScore").asInt()).isEqualTo(9);
    }

    @Test
    void withoutWavesTheOrderOfTheRowsTells() throws IOException {
        JsonNode report = json(file("plain.csv", "customer,score,comment\ncleo,9,Good\ncleo,4,Not good any more\n"));
        assertThat(report.get("detractors").get(0).get("subtype").asString()).isEqualTo("converted");
        assertThat(report.get("nps").get("value").asDouble()).isZero();
    }

    @Test
    void aPreviousScoreInItsOwnColumnCounts() throws IOException {
        JsonNode report =
                json(file("twenty.csv", "email,score,previous score,comment\nCleo@acme.example,4,9,Slow now\n"));
        assertThat(report.get("detractors").get(0).get("previousScore").asInt()).isEqualTo(9);
    }

    @Test
    void onlyJsonGoesToStandardOutput() throws IOException {
        assertThat(run(file("acme.csv", ACME), "--format", "json")).isZero();
        assertThat(JsonMapper.shared().readTree(out.toByteArray()).get("rows").asInt())
                .isEqualTo(10);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("NPS_SCORE").contains("10 imported");
    }

    @Test
    void badRowsComeBackAndTheMendedFileIsTaken() throws IOException {
        Path file = file(
                "bad.csv",
                "contact,score,date,why\nada,10,2026-01-02,=HYPERLINK(1)\nben,eleven,2026-01-02,=SUM(1)\ncleo,9,2031-01-02,- slow\n"
                        + "dan,-2147483648,2026-01-02,Late\n");
        JsonNode report = json(file);
        assertThat(report.get("rows").asInt()).isEqualTo(4);
        assertThat(report.get("imported").asInt()).isEqualTo(1);
        assertThat(report.get("rejected")).hasSize(3);
        assertThat(report.get("rejected").get(0).get("column").asString()).isEqualTo("score");
        assertThat(report.get("rejected").get(1).get("reason").asString()).contains("future");
        Path back = folder.resolve("bad.rejected.csv");
        String mended = Files.readString(back)
                .replace("eleven", "1")
                .replace("2031", "2026")
                .replace("-2147483648", "2");
        assertThat(mended).contains("'=SUM(1)").contains("'- slow");
        JsonNode again = json(file("mended.csv", mended));
        assertThat(again.get("imported").asInt()).isEqualTo(3);
        assertThat(again.get("detractors").get(0).get("verbatim").asString()).isEqualTo("=SUM(1)");
    }

    @Test
    void nobodyGivesNulls() throws IOException {
        JsonNode nps = json(file("none.csv", "score,why\nabc,Late\n"), "--map", "score=score")
                .get("nps");
        assertThat(nps.get("value").isNull()).isTrue();
        assertThat(nps.get("band").isNull()).isTrue();
    }

    @Test
    void thePageEscapesWhatPeopleWrite() throws IOException {
        Path page = folder.resolve("page.html");
        Path file = file(
                "evil.csv",
                "contact,score,why\n<b>eve</b>,1,\"<script>alert('x')</script> too slow & \"\"late\"\"\"\n");
        assertThat(run(file, "--out", page))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        String html = Files.readString(page);
        assertThat(html).doesNotContain("<script").doesNotContain("<b>eve</b>").contains("&lt;script");
        assertThat(html).doesNotContain("http:").doesNotContain("https:").doesNotContain("instant.");
    }

    @Test
    void aWrongCommandSaysWhatToWrite() throws IOException {
        Path file = file("acme.csv", ACME);
        assertThat(run()).isEqualTo(2);
        assertThat(run("nowhere.csv")).isEqualTo(2);
        assertThat(run(file, "--fast", "yes")).isEqualTo(2);
        assertThat(run(file, "--map", "score=Mood")).isEqualTo(2);
        assertThat(run(file("words.csv", "a,b\nx,y\n"))).isEqualTo(2);
        assertThat(run(file, "--map", "date=Why", "--wave", "decade")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("Which file?")
                .contains("There is no file nowhere.csv")
                .contains("There is no option --fast")
                .contains("The columns are: ContactID, Wave")
                .contains("looks like a score");
    }
}
