package org.upturn.server.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Client;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.kernel.Moment;
import org.upturn.server.surveys.Wave;

@UpturnTest
class ScannerGuardTests {
    private static final Visitor SCANNER = new Visitor("7f0000", "scanner");
    private static final Visitor PHONE = new Visitor("7f0000", "phone");

    @Autowired
    Doors doors;

    @Autowired
    ScannerGuard guard;

    private Acme acme;
    private Invited invited;
    private String path;

    @BeforeEach
    void invite() {
        acme = doors.acme();
        Wave wave = acme.wave("Q4");
        path = acme.invite(wave, acme.dan).path();
        invited = acme.invited(wave, acme.dan);
    }

    @Test
    void whoeverOpensWhatNoPersonSeesIsAMachine() {
        open("GET", path + "/terms", "scanner");

        assertThat(guard.isMachine(invited, SCANNER)).isTrue();
        assertThat(guard.isMachine(invited, PHONE))
                .as("somebody else on the same network is not")
                .isFalse();
        Moment.at(
                Instant.now().plus(Duration.ofHours(1)),
                () -> assertThat(guard.isMachine(invited, SCANNER))
                        .as("only for minutes")
                        .isFalse());
    }

    @Test
    void moreThanThreeButtonsWithinSecondsAreAMachineAndNothingIsRecorded() {
        for (int score = 0; score <= 10; score++) {
            open("HEAD", path + "?score=" + score, "scanner");
            open("GET", path + "?score=" + score, "scanner");
        }
        assertThat(guard.isMachine(invited, SCANNER)).isTrue();
        assertThat(doors.responses.findByInvitation(invited)).isEmpty();
        doors.anybody()
                .form(path, Map.of("User-Agent", "scanner"), Map.of("score", "3", "why", "Slow."))
                .expect(303);
        assertThat(doors.responses.findByInvitation(invited))
                .as("a sent form always counts")
                .isPresent();
    }

    @Test
    void aPersonMayChangeTheirMind() {
        open("GET", path + "?score=7", "phone");
        open("GET", path + "?score=8", "phone");
        open("GET", path + "?score=8", "phone");
        open("GET", path + "?score=7", "phone");

        assertThat(guard.isMachine(invited, PHONE)).isFalse();
    }

    @Test
    void aForgedLinkTellsNothing() {
        assertThat(doors.anybody().get("/a/forged/terms").status()).isEqualTo(200);
        doors.anybody().get("/a/forged/unsubscribe").expect(404);
    }

    private void open(String method, String address, String agent) {
        var client = new Client(doors.url().replace("localhost", "127.0.0.1"), null);
        client.send(method, address, Map.of("User-Agent", agent), BodyPublishers.noBody())
                .expect(200);
    }
}
