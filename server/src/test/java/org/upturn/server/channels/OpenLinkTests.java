package org.upturn.server.channels;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.contacts.Contact;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.Reply;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.invitations.Channel;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.Wave;

/** One link for everybody, over real HTTP. */
@UpturnTest
class OpenLinkTests {
    @Autowired
    Doors doors;

    private Acme acme;
    private Wave wave;

    @BeforeEach
    void aWave() {
        acme = doors.acme();
        wave = acme.wave("Q4");
    }

    @Test
    void whoSaysWhoTheyAreGetsALinkOfTheirOwnAndTheAnswerKeepsItsChannel() {
        Collector link = link("name");
        assertThat(doors.anybody().get(link.path()).expect(200).body()).contains("Your e-mail address");
        assertThat(people()).isEmpty();

        Reply entered = enter(link, Map.of("name", "Zoe Zed", "email", "zoe@example.org", "willing", "1"));
        String personal = entered.expect(303).header("Location");
        assertThat(personal).startsWith("/a/");
        doors.anybody()
                .form(personal, Map.of("score", "3", "why", "Nobody called."))
                .expect(303);

        Response answer = only();
        assertThat(answer.channel()).isEqualTo(Channel.OPEN);
        Contact zoe = doors.contacts.find(acme.workspace(), answer.contact());
        assertThat(zoe.name()).isEqualTo("Zoe Zed");
        assertThat(zoe.email()).isEqualTo("zoe@example.org");
        assertThat(zoe.consent().how()).isEqualTo("Poster");
        assertThat(acme.caseOf(answer)).isNotNull();
        assertThat(acme.api()
                        .get("/api/v1/responses/" + answer.id().value())
                        .json()
                        .path("channel")
                        .asString())
                .isEqualTo("open");
        assertThat(acme.browser()
                        .get("/waves/" + wave.id().value() + "/channels")
                        .body())
                .contains("open link 1");
    }

    @Test
    void nobodyCanAnswerForAKnownPersonOrLearnThatTheyAreKnown() {
        doors.contacts.change(acme.olga, acme.ada.id(), Map.of("email", "ada@example.org"), null);
        Contact alone = doors.contacts
                .register(
                        acme.workspace(),
                        new org.upturn.server.contacts.NewContact(
                                null, "Uma", "uma@example.org", null, null, null, null))
                .contact();
        Response hers = acme.answer(wave, acme.ada, 9, "Fine.");
        Response umas = acme.answer(wave, alone, 8, "Good.");
        Collector link = link("email");

        for (String known : List.of("ada@example.org", "UMA@example.org")) {
            Reply taken = enter(link, Map.of("email", known));
            Reply stranger = enter(link, Map.of("email", "x" + known));
            assertThat(taken.status()).isEqualTo(stranger.status()).isEqualTo(303);
            String personal = taken.header("Location");
            assertThat(doors.anybody().get(personal).body()).doesNotContain("Fine.", "Good.", "Uma", "checked");
            doors.anybody()
                    .form(personal, Map.of("score", "0", "why", "Forged."))
                    .expect(303);
        }

        assertThat(doors.responses.find(acme.workspace(), hers.id())).isEqualTo(hers);
        assertThat(doors.responses.find(acme.workspace(), umas.id())).isEqualTo(umas);
        assertThat(doors.contacts.find(acme.workspace(), alone.id())).isEqualTo(alone);
        assertThat(responses()).hasSize(4);
        doors.duplicates.look(acme.workspace());
        assertThat(doors.duplicates.list(acme.workspace(), 50))
                .as("the queue of possible duplicates proposes the merge")
                .anySatisfy(pair ->
                        assertThat(List.of(pair.one().id(), pair.other().id())).contains(acme.ada.id()));
        assertThat(people())
                .filteredOn(one -> one.externalId().startsWith("open-"))
                .hasSize(4)
                .allSatisfy(one -> assertThat(one.isUnwilling())
                        .as("who did not say that we may write is not written to")
                        .isTrue());
        assertThat(doors.contacts
                        .register(
                                acme.workspace(),
                                new org.upturn.server.contacts.NewContact(
                                        null, null, "ada@example.org", null, null, null, null))
                        .contact()
                        .id())
                .as("whoever is told by the address alone is still the known person")
                .isEqualTo(acme.ada.id());
        Contact typed = people().stream()
                .filter(one ->
                        "ada@example.org".equals(one.email()) && !one.id().equals(acme.ada.id()))
                .findFirst()
                .orElseThrow();
        doors.merges.merge(acme.olga, acme.ada.id(), typed.id(), java.util.Set.of());
        assertThat(doors.contacts.find(acme.workspace(), acme.ada.id()).isUnwilling())
                .as("a box that a visitor left empty withdraws nothing")
                .isFalse();
    }

    @Test
    void whicheverWaveIsOpenIsARoundAndNeverThatOfAScheduleForSinglePeople() {
        var now = java.time.Instant.now();
        Wave birthdays = doors.surveys.openRolling(
                acme.workspace(),
                acme.program.id(),
                new org.upturn.server.surveys.Surveys.NewWave(
                        "Birthdays 2026-11", now.minusSeconds(60), now.plusSeconds(86_400)));
        acme.answer(wave, acme.ada, 9, "Fine.");
        acme.answer(birthdays, acme.ben, 0, "Forgot me.");

        Collector link = link("name");
        doors.anybody()
                .form(
                        enter(link, Map.of("name", "Zoe", "email", "zoe@example.org"))
                                .header("Location"),
                        Map.of("score", "8"))
                .expect(303);
        assertThat(responses()).filteredOn(one -> one.wave().equals(wave.id())).hasSize(2);
        assertThat(acme.browser().get("/").body())
                .contains("NPS in Q4")
                .doesNotContain("NPS in Birthdays", "Birthdays 2026-11</text>");

        doors.surveys.close(acme.olga, wave.id());
        assertThat(doors.anybody().get(link.path()).body())
                .as("no round is open")
                .doesNotContain("name=\"name\"");
        Acme single = doors.acme();
        Wave only = doors.surveys.openRolling(
                single.workspace(),
                single.program.id(),
                new org.upturn.server.surveys.Surveys.NewWave(
                        "Birthdays", now.minusSeconds(60), now.plusSeconds(86_400)));
        single.answer(only, single.ada, 9, "Fine.");
        assertThat(single.browser().get("/").body())
                .as("a program that only asks single people has those waves")
                .contains("NPS in Birthdays");
    }

    @Test
    void anonymousMeansNoNameAndNoCookieUnlessTheyWantOne() {
        Collector link = link("anonymous");
        Reply page = doors.anybody().get(link.path()).expect(200);
        assertThat(page.body()).contains("You need not say who you are").doesNotContain("name=\"email\"");
        assertThat(page.header("Set-Cookie")).isEmpty();

        Reply entered = enter(link, Map.of("name", "Ignored", "email", "ignored@example.org"));
        assertThat(entered.header("Set-Cookie")).isEmpty();
        String personal = entered.expect(303).header("Location");
        assertThat(doors.anybody().get(personal).body()).contains("kept without a name");
        doors.anybody().form(personal, Map.of("score", "9", "why", "")).expect(303);
        assertThat(doors.contacts.find(acme.workspace(), only().contact())).satisfies(nobody -> {
            assertThat(nobody.name()).isEqualTo("Anonymous");
            assertThat(nobody.email()).isNull();
            assertThat(nobody.isNameless()).isTrue();
        });

        String cookie = enter(link, Map.of("remember", "1")).header("Set-Cookie");
        assertThat(cookie).contains("HttpOnly", "Path=/o/", "SameSite=Lax");
        assertThat(doors.browser().get(link.path()).body()).doesNotContain("this browser remembers");
        var headers = Map.of("Cookie", cookie.split(";")[0]);
        assertThat(doors.anybody()
                        .send("GET", link.path(), headers, java.net.http.HttpRequest.BodyPublishers.noBody())
                        .body())
                .contains("this browser remembers");
    }

    @Test
    void machinesAndThrongsGetNothing() {
        Collector link = link("email");
        assertThat(enter(link, Map.of("email", "bot@example.org", "website", "https://spam.example"))
                        .expect(303)
                        .header("Location"))
                .isEqualTo(link.path());
        assertThat(enter(link, Map.of("email", "no address")).expect(422).body())
                .contains("Give an e-mail address");
        assertThat(people()).isEmpty();
        int refused = 0;
        for (int i = 0; i < 130 && refused == 0; i++) {
            refused += enter(link, Map.of("email", "not an address")).status() == 429 ? 1 : 0;
        }
        assertThat(refused).isEqualTo(1);
    }

    @Test
    void closedRotatedAndLateLinksSaySo() {
        Collector link = link("email");
        Collector turned = doors.collectors.rotate(acme.olga, link.id());
        assertThat(doors.anybody().get(link.path()).expect(404).body()).contains("leads nowhere");
        doors.anybody().get(turned.path()).expect(200);
        doors.collectors.close(acme.olga, link.id());
        doors.anybody().get(turned.path()).expect(404);
        enter(turned, Map.of("email", "late@example.org")).expect(404);
        doors.collectors.reopen(acme.olga, link.id());
        doors.surveys.close(acme.olga, wave.id());
        assertThat(doors.anybody().get(turned.path()).expect(200).body()).contains("No wave is open");
        assertThat(enter(turned, Map.of("email", "late@example.org")).body()).contains("No wave is open");
        doors.anybody().get("/o/nothing").expect(404);
        assertThat(people()).isEmpty();
    }

    @Test
    void theCodeLeadsToTheLinkAndPrints() throws Exception {
        Collector link = link("anonymous");
        String base = "/collectors/" + link.id().value();
        Reply png = acme.browser().get(base + "/qr.png").expect(200);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png.bytes()));
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        var seen = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels)));
        assertThat(new QRCodeReader().decode(seen).getText()).isEqualTo(doors.url() + link.path());
        assertThat(acme.browser().get(base + "/qr.svg").expect(200).header("Content-Type"))
                .startsWith("image/svg+xml");
        assertThat(acme.browser().get(base + "/poster").expect(200).body()).contains(link.path(), "Open the camera");
    }

    private Collector link(String identity) {
        var settings = new CollectorSettings("", "", identity, true, List.of(), "popover", "anyone", 5, 0, "", 100, 90);
        return doors.collectors.make(
                acme.olga, acme.program.id(), CollectorKind.OPEN, new Collectors.Told("Poster", null, settings));
    }

    private Reply enter(Collector link, Map<String, String> fields) {
        return doors.anybody().form(link.path(), fields);
    }

    private List<Contact> people() {
        return doors.contacts.list(acme.workspace(), "example.org", null, 50).items();
    }

    private List<Response> responses() {
        return doors.responses
                .list(acme.workspace(), new Responses.Filter(null, wave.id(), null), null, 50)
                .items();
    }

    private Response only() {
        assertThat(responses()).hasSize(1);
        return responses().getFirst();
    }
}
