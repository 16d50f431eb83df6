package org.upturn.server.invitations.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.channels.Arrivals;
import org.upturn.server.channels.CollectorKind;
import org.upturn.server.channels.CollectorSettings;
import org.upturn.server.channels.Collectors;
import org.upturn.server.channels.Person;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Where;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.surveys.Wave;

/** An address that somebody typed into an open link may be another's. */
@UpturnTest
class UnprovenAddressTests {
    @Autowired
    Doors doors;

    @Autowired
    Arrivals arrivals;

    @Autowired
    AudienceRepository audience;

    @Test
    void theLinkThatAStrangerHoldsIsNeverMailedToWhomTheAddressBelongs() {
        var acme = doors.acme();
        Wave wave = acme.wave("Q4");
        var link = doors.collectors.make(
                acme.olga,
                acme.program.id(),
                CollectorKind.OPEN,
                new Collectors.Told("Poster", null, CollectorSettings.STANDARD));
        ContactId stranger = arrivals.enter(link, new Person.Stranger("Zoe", "zoe@example.org", true))
                .contact();

        assertThat(audience.choose(acme.workspace(), wave.id(), Carrier.MAIL, Where.EVERYBODY, Instant.now()))
                .filteredOn(one -> one.contact().equals(stranger))
                .singleElement()
                .satisfies(one -> assertThat(one.skip()).isEqualTo("asked"));
    }
}
