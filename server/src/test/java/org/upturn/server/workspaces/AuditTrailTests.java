package org.upturn.server.workspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.cases.Outcome;
import org.upturn.server.contacts.ContactDeletion;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.kernel.Moment;

@UpturnTest
class AuditTrailTests {
    private static final AuditTrail.Filter ALL = new AuditTrail.Filter(null, null, null, null);

    @Autowired
    Doors doors;

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditLog log;

    @Autowired
    ContactDeletion deletion;

    @Autowired
    List<AuditedThings> rooms;

    private Acme acme;

    @BeforeEach
    void begin() {
        acme = doors.acme();
    }

    @Test
    void tellsWhoDidWhatToWhomTheLastFirst() {
        var item = acme.caseOf(acme.answer(acme.wave("Q4"), acme.dan, 2, "Support is slow."))
                .id();
        Member rita = acme.member("Rita", Role.RESPONDER);
        doors.cases.close(rita, item, Outcome.NO_CONTACT_POSSIBLE, "Left.");

        assertThat(list(ALL).getFirst()).satisfies(last -> {
            assertThat(last.action()).isEqualTo("case.closed");
            assertThat(last.kind()).isEqualTo(Audited.Kind.CASES);
            assertThat(last.by()).isEqualTo(rita.name());
            assertThat(last.name()).isEqualTo(acme.dan.name());
            assertThat(last.path()).isEqualTo("/cases/" + item.value());
        });
        assertThat(list(ALL).get(1).action()).isEqualTo("member.added");
    }

    @Test
    void tellsWhatAMemberDidFromWhatTheirKeyDid() {
        acme.browser()
                .post("/programs", Map.of("name", "Members", "starter", "company"))
                .expect(303);
        assertThat(list(ALL).getFirst().key()).isNull();

        acme.api().post("/api/v1/programs", Map.of("name", "Partners")).expect(201);

        assertThat(list(ALL).getFirst().key()).isEqualTo("test");
        assertThat(list(ALL).getFirst().by()).isEqualTo(acme.olga.name());
        assertThat(acme.browser().get("/settings/audit-log").body()).contains("by the API key “test”");
    }

    @Test
    void findsByPersonKindAndTime() {
        Member rita = acme.member("Rita", Role.RESPONDER);
        Instant spring = Instant.parse("2026-03-01T12:00:00Z");
        Moment.at(spring, () -> log.record(rita, "mail.settings.changed", null));
        Moment.at(spring.plusSeconds(1), () -> log.record(acme.olga, "mail.settings.changed", null));
        Moment.at(spring.plusSeconds(2), () -> log.record(rita, "contact-settings.changed", null));

        assertThat(actions(new AuditTrail.Filter(rita.id(), null, null, spring.plusSeconds(9))))
                .containsExactly("contact-settings.changed", "mail.settings.changed");
        assertThat(actions(new AuditTrail.Filter(null, Audited.Kind.SENDING, spring, spring.plusSeconds(1))))
                .containsExactly("mail.settings.changed");
        assertThat(list(new AuditTrail.Filter(null, Audited.Kind.SENDING, spring, spring.plusSeconds(9))))
                .extracting(AuditEntry::path)
                .containsExactly("/settings/mail", "/settings/mail");
    }

    @Test
    void goesOnWhereAPageEndsEvenWhenManyThingsWereDoneAtOnce() {
        Instant then = Instant.parse("2026-03-01T12:00:00Z");
        Moment.at(then, () -> {
            for (int i = 0; i < 7; i++) {
                log.record(acme.olga, "mail.settings.changed", null);
            }
        });
        var filter = new AuditTrail.Filter(null, null, then, then.plusSeconds(1));
        var seen = new ArrayList<UUID>();
        UUID after = null;
        do {
            var slice = trail.list(acme.workspace(), filter, after, 3);
            slice.items().forEach(one -> seen.add(one.id()));
            after = slice.next();
        } while (after != null);

        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void whoeverWasDeletedHasNeitherNameNorLink() {
        acme.answer(acme.wave("Q4"), acme.dan, 9, "Fine.");
        log.record(acme.olga, "contact.changed", acme.eve.id().value());
        deletion.delete(acme.olga, acme.eve.id());

        assertThat(list(ALL)).noneSatisfy(one -> assertThat(one.name()).isEqualTo(acme.eve.name()));
    }

    @Test
    void aSignInAndATableThatLeavesTheHouseAreRecorded() {
        acme.browser().get("/contacts.csv?search=Dan").expect(200);

        assertThat(list(ALL).getFirst().action()).isEqualTo("csv.contacts");
        assertThat(actions(new AuditTrail.Filter(acme.olga.id(), Audited.Kind.TEAM, null, null)))
                .contains("member.signed-in");
    }

    @Test
    void theTableRunsNoFormula() {
        doors.accounts.add(acme.olga, new org.upturn.server.contacts.Accounts.Told("=1+1", null, null, null, null));

        assertThat(acme.browser()
                        .get("/settings/audit-log.csv?kind=contacts")
                        .expect(200)
                        .body())
                .contains("account.added,Added the account,'=1+1,");
        acme.browser().get("/settings/audit-log?kind=nonsense").expect(422);
        acme.browser().get("/settings/audit-log?from=yesterday").expect(422);
    }

    @Test
    void everyActionIsToldByOneRoomAndWhereTwoFitTheyAreOfOneKind() {
        var all = rooms.stream().flatMap(room -> room.audited().stream()).toList();
        for (Audited one : all) {
            assertThat(all.stream().filter(other -> other.actions().equals(one.actions())))
                    .as(one.actions())
                    .hasSize(1);
            all.stream()
                    .filter(other -> one.actions().startsWith(other.actions() + "."))
                    .forEach(other -> assertThat(other.kind()).as(one.actions()).isEqualTo(one.kind()));
        }
        assertThatThrownBy(() -> trail.of("nothing.told")).isInstanceOf(IllegalStateException.class);
        assertThat(Set.of(Audited.Kind.values()))
                .isEqualTo(Set.copyOf(all.stream().map(Audited::kind).toList()));
    }

    private List<AuditEntry> list(AuditTrail.Filter filter) {
        return trail.list(acme.workspace(), filter, null, 200).items();
    }

    private List<String> actions(AuditTrail.Filter filter) {
        return list(filter).stream().map(AuditEntry::action).toList();
    }
}
