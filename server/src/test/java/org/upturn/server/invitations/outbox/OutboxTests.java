package org.upturn.server.invitations.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.contacts.Contact;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.invitations.mail.MailSetup;
import org.upturn.server.invitations.mail.Pace;
import org.upturn.server.kernel.Moment;
import org.upturn.server.surveys.Wave;

/** The outbox loses nothing and sends nothing twice, whatever the mail server does. */
@UpturnTest
class OutboxTests {
    @Autowired
    Doors doors;

    @Autowired
    MailSetup setup;

    @Autowired
    Mailings mailings;

    @Autowired
    MailFates fates;

    @Autowired
    Outbox outbox;

    @Autowired
    Handover handover;

    @Autowired
    Suppressions suppressions;

    private Acme acme;

    @BeforeEach
    void workspace() {
        acme = doors.acme();
    }

    @Test
    void whatTheServerSaysDecidesWhatBecomesOfAMail() {
        Contact fine = MailTesting.contact(doors, acme, "fine");
        Contact nobody = MailTesting.contact(doors, acme, "nobody");
        Contact later = MailTesting.contact(doors, acme, "later");
        Contact broken = MailTesting.contact(doors, acme, "broken");
        try (var server = new ScriptedSmtp()
                .answers("nobody", "550 5.1.1 no such user")
                .answers("later", "451 4.7.1 greylisted")
                .hangsUpAfter("broken")) {
            setup.save(acme.olga, MailTesting.settings(server.port(), doors.url()), null);
            Wave wave = acme.wave("Q4");
            mailings.start(acme.olga, wave.id(), MailTesting.everyone());

            MailTesting.awaitUntil(() -> fate(wave, later).reason() != null
                    && states(wave).values().stream()
                                    .filter(state -> state == MailState.QUEUED)
                                    .count()
                            == 1);

            assertThat(fate(wave, fine).state()).isEqualTo(MailState.SENT);
            assertThat(fate(wave, nobody).state()).isEqualTo(MailState.BOUNCED);
            assertThat(fate(wave, nobody).reason()).contains("no such user");
            assertThat(fate(wave, later).state()).isEqualTo(MailState.QUEUED);
            assertThat(fate(wave, later).readyAt()).isAfter(Instant.now());
            assertThat(fate(wave, broken).state())
                    .as("it may have been taken, so it is not sent again by itself")
                    .isEqualTo(MailState.UNKNOWN);
            assertThat(suppressions.list(acme.workspace(), null, null, 10).items())
                    .extracting(Suppression::address)
                    .containsExactly(nobody.email());
            assertThat(server.taken).hasSize(2);
        }
    }

    @Test
    void aServerThatIsDownLosesNothingAndGetsEachMailOnce() throws Exception {
        for (int i = 0; i < 60; i++) {
            MailTesting.contact(doors, acme, "p" + i);
        }
        int port;
        try (var free = new java.net.ServerSocket(0)) {
            port = free.getLocalPort();
        }
        setup.save(acme.olga, MailTesting.settings(port, doors.url()), null);
        Wave wave = acme.wave("Q4");
        mailings.start(acme.olga, wave.id(), MailTesting.everyone());
        MailTesting.awaitUntil(() -> setup.standing(acme.workspace()).problem() != null);
        assertThat(setup.standing(acme.workspace()).problem()).contains("127.0.0.1");
        assertThat(states(wave).values()).containsOnly(MailState.QUEUED);

        try (var server = new ScriptedSmtp()) {
            setup.save(acme.olga, MailTesting.settings(server.port(), doors.url()), null);
            MailTesting.awaitUntil(() -> states(wave).values().stream().allMatch(one -> one == MailState.SENT));
            assertThat(server.taken).hasSize(60).doesNotHaveDuplicates();
        }
        assertThat(setup.standing(acme.workspace()).problem()).isNull();
    }

    @Test
    void whoeverDiesWhileHandingOverLeavesItUnknownAndTheRestReady() {
        Contact ada = MailTesting.contact(doors, acme, "ada");
        MailTesting.contact(doors, acme, "ben");
        setup.save(acme.olga, MailTesting.settings(9, doors.url()), null);
        Wave wave = acme.wave("Q4");
        Instant later = Instant.now().plusSeconds(7200);
        var order = new Mailings.Order(Audience.EVERYONE, later, 1, List.of());
        mailings.start(acme.olga, wave.id(), order);

        Moment.at(later.plusSeconds(1), () -> {
            var lease = outbox.lease(acme.workspace(), Carrier.MAIL);
            assertThat(lease.mails()).hasSize(2);
            var first = lease.mails().stream()
                    .filter(mail -> mail.address().equals(ada.email()))
                    .findFirst()
                    .orElseThrow();
            assertThat(handover.handOver(lease, first)).isTrue();
            assertThat(outbox.lease(acme.workspace(), Carrier.MAIL).mails())
                    .as("leased ones are not leased twice")
                    .isEmpty();
        });
        Moment.at(later.plusSeconds(600), () -> {
            var next = outbox.lease(acme.workspace(), Carrier.MAIL);
            assertThat(next.mails()).extracting(Outbox.Leased::address).doesNotContain(ada.email());
            assertThat(next.mails()).hasSize(1);
        });
        assertThat(fate(wave, ada).state()).isEqualTo(MailState.UNKNOWN);
    }

    @Test
    void aLostLeaseMayNotHandOver() {
        MailTesting.contact(doors, acme, "ada");
        setup.save(acme.olga, MailTesting.settings(9, doors.url()), null);
        Instant later = Instant.now().plusSeconds(7200);
        mailings.start(acme.olga, acme.wave("Q4").id(), new Mailings.Order(Audience.EVERYONE, later, 1, List.of()));
        Moment.at(later.plusSeconds(1), () -> {
            var lease = outbox.lease(acme.workspace(), Carrier.MAIL);
            Moment.at(
                    later.plusSeconds(400),
                    () -> assertThat(handover.handOver(lease, lease.mails().getFirst()))
                            .isFalse());
        });
    }

    @Test
    void thePaceHolds() {
        for (int i = 0; i < 12; i++) {
            MailTesting.contact(doors, acme, "p" + i);
        }
        setup.save(acme.olga, MailTesting.settings(9, doors.url(), new Pace(5, 30)), null);
        Instant later = Instant.now().plusSeconds(7200);
        mailings.start(acme.olga, acme.wave("Q4").id(), new Mailings.Order(Audience.EVERYONE, later, 1, List.of()));
        Moment.at(later.plusSeconds(1), () -> {
            var lease = outbox.lease(acme.workspace(), Carrier.MAIL);
            assertThat(lease.mails()).hasSize(5);
            lease.mails().forEach(mail -> {
                handover.handOver(lease, mail);
                handover.end(lease, mail, MailState.SENT, null);
            });
            assertThat(outbox.lease(acme.workspace(), Carrier.MAIL).mails()).isEmpty();
        });
        Moment.at(
                later.plusSeconds(62),
                () -> assertThat(outbox.lease(acme.workspace(), Carrier.MAIL).mails())
                        .hasSize(5));
    }

    @Test
    void whatIsPausedWaitsAndWhatIsNotWantedAnyMoreStops() {
        Contact ada = MailTesting.contact(doors, acme, "ada");
        Contact ben = MailTesting.contact(doors, acme, "ben");
        setup.save(acme.olga, MailTesting.settings(9, doors.url()), null);
        Wave wave = acme.wave("Q4");
        Instant later = Instant.now().plusSeconds(7200);
        var mailing = mailings.start(acme.olga, wave.id(), new Mailings.Order(Audience.EVERYONE, later, 1, List.of()));
        mailings.pause(acme.olga, wave.id(), mailing);
        Moment.at(
                later.plusSeconds(1),
                () -> assertThat(outbox.lease(acme.workspace(), Carrier.MAIL).mails())
                        .isEmpty());
        mailings.resume(acme.olga, wave.id(), mailing);
        acme.answer(wave, ada, 9, "Good.");
        suppressions.unsubscribe(acme.workspace(), acme.invited(wave, ben).invitation());
        Moment.at(
                later.plusSeconds(2),
                () -> assertThat(outbox.lease(acme.workspace(), Carrier.MAIL).mails())
                        .extracting(Outbox.Leased::stop)
                        .containsExactlyInAnyOrder("answered", "unsubscribed"));
    }

    @Test
    void everybodySkippedHasAReason() {
        Contact ada = MailTesting.contact(doors, acme, "ada");
        Contact ben = MailTesting.contact(doors, acme, "ben");
        Contact cleo = MailTesting.contact(doors, acme, "cleo");
        Contact dan = MailTesting.contact(doors, acme, "dan");
        setup.save(acme.olga, MailTesting.settings(9, doors.url()), null);
        Wave earlier = acme.wave("Q3", 3);
        Wave wave = acme.wave("Q4");
        acme.answer(earlier, ada, 9, "Good.");
        acme.answer(wave, ben, 9, "Good.");
        suppressions.unsubscribe(acme.workspace(), acme.invited(wave, cleo).invitation());

        var mailing = mailings.start(acme.olga, wave.id(), MailTesting.everyone());

        assertThat(mailings.skips(acme.workspace(), mailing))
                .containsAllEntriesOf(Map.of(Skip.RECENT, 1L, Skip.ANSWERED, 1L, Skip.UNSUBSCRIBED, 1L))
                .as("the cast has no addresses")
                .containsEntry(Skip.NO_ADDRESS, 5L);
        assertThat(mailings.find(acme.workspace(), wave.id(), mailing)
                        .invitations()
                        .all())
                .isEqualTo(1);
        assertThat(fates.list(acme.workspace(), dan.id(), null, null, 10).items())
                .hasSize(1);
        var again = mailings.start(acme.olga, wave.id(), MailTesting.everyone());
        assertThat(mailings.skips(acme.workspace(), again)).containsEntry(Skip.ASKED, 1L);
    }

    private MailFate fate(Wave wave, Contact contact) {
        return fates.list(acme.workspace(), contact.id(), wave.id(), null, 10)
                .items()
                .getFirst();
    }

    private Map<java.util.UUID, MailState> states(Wave wave) {
        return fates.list(acme.workspace(), null, wave.id(), null, 200).items().stream()
                .collect(Collectors.toMap(MailFate::id, MailFate::state));
    }
}
