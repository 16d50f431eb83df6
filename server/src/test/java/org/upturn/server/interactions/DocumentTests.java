package org.upturn.server.interactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.Reply;
import org.upturn.server.house.UpturnTest;

@UpturnTest
class DocumentTests {
    @Autowired
    Doors doors;

    /** Whatever it claims to be, it is handed out as a download and never shown as a page of ours. */
    @ParameterizedTest
    @CsvSource({
        "contract.pdf, application/pdf",
        "page.html, application/octet-stream",
        "drawing.svg, application/octet-stream"
    })
    void comesBackByteForByteAsADownload(String name, String type) {
        Acme acme = doors.acme();
        byte[] bytes = new byte[300_000];
        new Random(42).nextBytes(bytes);
        String path = "/api/v1/contacts/" + acme.ada.id().value() + "/documents";

        String id = acme.api()
                .upload(path, name, bytes)
                .expect(201)
                .json()
                .get("id")
                .asString();

        for (Reply reply : new Reply[] {
            acme.api().get("/api/v1/documents/" + id), acme.browser().get("/documents/" + id)
        }) {
            assertThat(reply.expect(200).bytes()).isEqualTo(bytes);
            assertThat(reply.header("Content-Disposition"))
                    .startsWith("attachment")
                    .contains(name);
            assertThat(reply.header("Content-Type")).startsWith(type);
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    @Test
    void tenMegabytesAreTakenAndOneByteMoreIsNot() {
        Acme acme = doors.acme();
        String path = "/api/v1/contacts/" + acme.ada.id().value() + "/documents";

        acme.api().upload(path, "large.bin", new byte[10 << 20]).expect(201);
        assertThat(acme.api()
                        .upload(path, "larger.bin", new byte[(10 << 20) + 1])
                        .expect(413)
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("too-large");
        acme.browser()
                .upload(
                        "/contacts/" + acme.ada.id().value() + "/documents",
                        Map.of(),
                        "larger.bin",
                        new byte[(10 << 20) + 1])
                .expect(413);
        acme.api().upload(path, "empty.bin", new byte[0]).expect(422);
    }

    @Test
    void aNameIsOnlyAName() {
        Acme acme = doors.acme();

        Document document = doors.interactions.add(
                acme.workspace(), acme.ada.id(), acme.olga, "C:\\Users\\ada\\..\\essay\r\n.txt", new byte[] {65});

        assertThat(document.name()).isEqualTo("essay.txt");
    }
}
