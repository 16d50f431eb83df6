package org.upturn.server.responses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.contacts.ContactDeletion;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.Reply;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.surveys.Wave;

/** Attaching files to an answer, as a browser without JavaScript does, and as nobody should. */
@UpturnTest
class AnswerFileTests {
    private static final String BOUNDARY = "----files";
    private static final byte[] PDF = bytes("%PDF-1.7\n%âãÏÓ\nproof");

    @Autowired
    Doors doors;

    @Autowired
    ContactDeletion deletion;

    private Acme acme;
    private Wave wave;
    private String path;

    private record Upload(String name, byte[] content) {}

    @BeforeEach
    void aSurveyThatAsksForAFile() {
        acme = doors.acme();
        String base = "/api/v1/programs/" + acme.program.id().value() + "/survey";
        var words = Map.of("score", "How likely?", "why", "Why?", "q.proof", "Show us what happened");
        var draft = Map.of(
                "languages",
                List.of("en"),
                "questions",
                List.of(Map.of("id", "proof", "kind", "file")),
                "texts",
                Map.of("en", words));
        acme.api().put(base + "/draft", draft).expect(200);
        acme.api().post(base + "/versions", Map.of("note", "Files")).expect(201);
        wave = acme.wave("Q4");
        path = acme.invite(wave, acme.dan).path();
    }

    @Test
    void filesAreKeptWithTheAnswerAndOnlyMembersGetThem() {
        assertThat(doors.anybody().get(path).body()).contains("multipart/form-data", "type=\"file\"");
        send(
                        List.of(
                                new Upload("..\\..\\evil\"\r\nname.pdf", PDF),
                                new Upload("notes.txt", bytes("Gemütlich."))),
                        Map.of("score", "2", "why", "Broken.", "asked", "proof", "q.proof", forged()))
                .expect(303);

        Response answer = given();
        List<String> values = answer.answers().get("proof");
        assertThat(values).hasSize(2).noneMatch(one -> one.contains("forged"));
        assertThat(values.getFirst())
                .endsWith(".pdf")
                .doesNotContain("\"")
                .doesNotContain("\n")
                .doesNotContain("..\\");
        String file = "/responses/" + answer.id().value() + "/files/"
                + values.getFirst().substring(0, 36);
        Reply got = acme.api().get("/api/v1" + file).expect(200);
        assertThat(got.bytes()).isEqualTo(PDF);
        assertThat(got.header("Content-Disposition")).startsWith("attachment;");
        assertThat(got.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(acme.browser()
                        .get("/cases/" + acme.caseOf(answer).id().value())
                        .body())
                .contains("href=\"" + file + "\"", "notes.txt");
        doors.anybody().get("/api/v1" + file).expect(401);
        Acme other = doors.acme();
        other.api().get("/api/v1" + file).expect(404);
        Response another = acme.answer(wave, acme.eve, 3, "Hm.");
        acme.api()
                .get("/api/v1/responses/" + another.id().value() + "/files/"
                        + values.getFirst().substring(0, 36))
                .expect(404);
        assertThat(acme.browser()
                        .get("/waves/" + wave.id().value() + "/answers")
                        .expect(200)
                        .body())
                .contains(AnswerFile.name(values.getFirst()));

        deletion.delete(acme.olga, acme.dan.id());
        acme.api().get("/api/v1" + file).expect(404);
    }

    @Test
    void whatCannotBeTakenIsSaidAndNothingElseIsLost() {
        var wrong = List.of(
                new Upload("big.pdf", big()),
                new Upload("page.html", bytes("<script>alert(1)</script>")),
                new Upload("program.exe", bytes("MZ")),
                new Upload("not.pdf", bytes("<script>alert(1)</script>")),
                new Upload("picture.png", PDF),
                new Upload("binary.txt", new byte[] {0, 1, 2, 3}),
                new Upload("zip.docx", bytes("PK\3\4nothing of it")),
                new Upload("", bytes("x")));
        for (Upload one : wrong) {
            if (!one.name().isEmpty()) {
                Reply reply = send(List.of(one), Map.of("score", "2", "why", "All that I wrote.", "asked", "proof"));
                assertThat(reply.status()).as(one.name()).isEqualTo(422);
                assertThat(reply.body()).contains("All that I wrote.", one.name(), "Everything else is kept");
                assertThat(reply.body()).containsPattern("value=\"2\"[^>]*checked");
            }
        }
        assertThat(doors.responses.ofContact(acme.workspace(), acme.dan.id())).isEmpty();

        send(
                        List.of(new Upload("a.pdf", PDF), new Upload("b.exe", bytes("MZ"))),
                        Map.of("score", "2", "why", "All that I wrote.", "asked", "proof"))
                .expect(422);
        String page = doors.anybody().get(path).expect(200).body();
        assertThat(page).as("the good one is kept aside").contains("a.pdf").doesNotContain("b.exe");
        assertThat(page)
                .as("and so is what was typed beside the refused one")
                .contains("All that I wrote.")
                .containsPattern("value=\"2\"[^>]*checked");
        send(
                        List.of(new Upload("1.pdf", PDF), new Upload("2.pdf", PDF), new Upload("3.pdf", PDF)),
                        Map.of("score", "2", "asked", "proof"))
                .expect(422);
        send(List.of(), Map.of("score", "2", "why", "Now.", "asked", "proof")).expect(303);
        assertThat(given().answers().get("proof")).hasSize(3);
        String first = given().answers().get("proof").getFirst().substring(0, 36);
        send(List.of(), Map.of("score", "2", "why", "Now.", "asked", "proof", "unattach", first))
                .expect(303);
        assertThat(given().answers().get("proof")).hasSize(2);
        acme.api()
                .get("/api/v1/responses/" + given().id().value() + "/files/" + first)
                .expect(404);
    }

    @Test
    void everyTypeIsKnownByWhatIsInIt() {
        assertThat(FileType.of("a.PNG", latin("\u0089PNG\r\n\u001a\n..."))).contains(FileType.PNG);
        assertThat(FileType.of("a.jpeg", latin("\u00ff\u00d8\u00ff\u00e0"))).contains(FileType.JPG);
        assertThat(FileType.of("a.webp", latin("RIFF....WEBPVP8 "))).contains(FileType.WEBP);
        assertThat(FileType.of("a.heic", latin("\0\0\0 ftypheic"))).contains(FileType.HEIC);
        assertThat(FileType.of("a.docx", latin("PK\3\4...[Content_Types].xml...word/document.xml")))
                .contains(FileType.DOCX);
        assertThat(FileType.of("a.xlsx", latin("PK\3\4...[Content_Types].xml...xl/workbook.xml")))
                .contains(FileType.XLSX);
        assertThat(FileType.of("a.odt", latin("PK\3\4" + ".".repeat(26) + "mimetype" + FileType.ODT.media())))
                .contains(FileType.ODT);
        assertThat(FileType.of("a.docx", latin("PK\3\4...[Content_Types].xml...xl/workbook.xml")))
                .isEmpty();
        assertThat(FileType.of("pdf", PDF)).contains(FileType.PDF);
        assertThat(FileType.of("a", new byte[0])).isEmpty();
    }

    private Response given() {
        return doors.responses.ofContact(acme.workspace(), acme.dan.id()).getFirst();
    }

    private static String forged() {
        return "00000000-0000-0000-0000-000000000000/forged.pdf";
    }

    private static byte[] big() {
        byte[] big = new byte[AnswerFiles.LARGEST + 10];
        System.arraycopy(PDF, 0, big, 0, PDF.length);
        return big;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private Reply send(List<Upload> uploads, Map<String, String> fields) {
        var body = new ByteArrayOutputStream();
        var parts = new ArrayList<>(uploads);
        fields.forEach((name, value) -> body.writeBytes(bytes("--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")));
        parts.forEach(one -> {
            String name = one.name().replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
            body.writeBytes(bytes("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"f.proof\"; filename=\""
                    + name + "\"\r\nContent-Type: text/html\r\n\r\n"));
            body.writeBytes(one.content());
            body.writeBytes(bytes("\r\n"));
        });
        body.writeBytes(bytes("--" + BOUNDARY + "--\r\n"));
        return doors.anybody()
                .send(
                        "POST",
                        path,
                        Map.of("Content-Type", "multipart/form-data; boundary=" + BOUNDARY),
                        BodyPublishers.ofByteArray(body.toByteArray()));
    }
}
