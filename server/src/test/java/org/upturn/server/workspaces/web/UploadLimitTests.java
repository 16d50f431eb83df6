package org.upturn.server.workspaces.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Client;
import org.upturn.server.house.Doors;
import org.upturn.server.house.Reply;
import org.upturn.server.house.UpturnTest;

/** What is too large is refused with a sentence, not with a broken connection. */
@UpturnTest
class UploadLimitTests {
    private static final byte[] LARGE = new byte[52 << 20];
    private static final Map<String, String> CSV = Map.of("Content-Type", "text/csv");

    @Autowired
    Doors doors;

    @Test
    void aFormWithALargeFileIsToldTheLimitAndHowToSplit() {
        var browser = doors.acme().browser();

        String page = browser.upload("/imports", Map.of(), "people.csv", LARGE)
                .expect(413)
                .body();

        assertThat(page).contains("larger than 50 MB", "Split it", "first row", "Olga Brandt");
        browser.post("/sign-out", Map.of()).expect(303);
    }

    @Test
    void whoSendsEverythingBeforeListeningHearsItToo() throws IOException {
        Acme acme = doors.acme();
        var browser = acme.browser();
        browser.get("/imports").expect(200);
        String cookies = String.join(
                "; ",
                browser.cookies().entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .toList());
        Map<String, String> form = Map.of("Cookie", cookies, "Content-Type", "multipart/form-data; boundary=x");
        Map<String, String> api = Map.of("Authorization", "Bearer " + acme.api().key(), "Content-Type", "text/csv");

        assertThat(sentAtOnce(acme.api().url() + "/imports", form)).contains("larger than 50 MB", "Split it");
        assertThat(sentAtOnce(acme.api().url() + "/api/v1/imports", api)).contains("at most 50 MB", "Split it");
    }

    /** What the server says to whoever writes all of it first; fails when it breaks off meanwhile. */
    private static String sentAtOnce(String url, Map<String, String> headers) throws IOException {
        URI to = URI.create(url);
        var head = new StringBuilder("POST " + to.getPath() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        head.append("Content-Length: " + LARGE.length + "\r\n\r\n");
        try (var socket = new Socket(to.getHost(), to.getPort())) {
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(LARGE);
            String said = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said).startsWith("HTTP/1.1 413 ");
            return said;
        }
    }

    @Test
    void aProgramIsToldTheSameWhicheverWayItSends() {
        Client api = doors.acme().api();
        String once = UUID.randomUUID().toString();

        problem(api.upload("/api/v1/imports", "people.csv", LARGE));
        problem(api.upload("/api/v1/imports/check", "people.csv", LARGE));
        problem(api.send("POST", "/api/v1/imports", CSV, BodyPublishers.ofByteArray(LARGE)));
        problem(api.upload("/api/v1/imports", Map.of("Idempotency-Key", once), Map.of(), "people.csv", LARGE));
        api.get("/api/v1/imports").expect(200);
    }

    @Test
    void whatDoesNotSayHowLargeItIsIsCutOffAtTheLimit() {
        Client api = doors.acme().api();
        var json = Map.of("Content-Type", "application/json");

        problem(api.send("POST", "/api/v1/imports", CSV, untold()));
        assertThat(api.send("POST", "/api/v1/contacts", json, untold()).status())
                .isBetween(413, 422);
        var form = Map.of("Content-Type", "multipart/form-data; boundary=x");
        assertThat(api.send("POST", "/api/v1/imports", form, untold()).status()).isBetween(413, 422);
    }

    @Test
    void anAnswerWithFilesFarTooLargeIsRefusedInASentence() {
        Acme acme = doors.acme();
        String page = doors.anybody()
                .upload(acme.invite(acme.wave("Q4"), acme.eve).path(), "photo.png", LARGE)
                .expect(413)
                .body();
        assertThat(page).contains("50 MB");
    }

    private static java.net.http.HttpRequest.BodyPublisher untold() {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(LARGE));
    }

    private static void problem(Reply reply) {
        assertThat(reply.expect(413).json().get("detail").asString()).contains("50 MB", "Split it");
    }
}
