package org.upturn.server.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.contacts.Account;
import org.upturn.server.contacts.Accounts;
import org.upturn.server.contacts.NewContact;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.kernel.Moment;
import org.upturn.server.surveys.Wave;

@UpturnTest
class RenewalTests {
    @Autowired
    Doors doors;

    @Autowired
    Renewals renewals;

    @Autowired
    Facts facts;

    private Acme acme;
    private Wave wave;
    private final Instant now = Instant.now();

    @BeforeEach
    void anAccountThatRenewsInAHundredDays() {
        acme = doors.acme();
        wave = acme.wave("Q4", 2);
        renewsIn(100);
    }

    @Test
    void theInboxAndTheRecordFollowTheDaysWithoutAnybodyTouchingTheCase() {
        Case dan = acme.caseOf(acme.answer(wave, acme.dan, 6, ""));
        var alone = new NewContact("Gil", "Gil", null, null, null, Map.of(), null);
        Case gil = acme.caseOf(acme.answer(
                wave, doors.contacts.register(acme.workspace(), alone).contact(), 1, ""));
        acme.awaitReadings();
        assertThat(inbox()).containsExactly(gil.id(), dan.id());

        lookIn(5);
        assertThat(inbox()).as("still 95 days").containsExactly(gil.id(), dan.id());

        lookIn(11);
        assertThat(inbox()).as("89 days").containsExactly(dan.id(), gil.id());
        Moment.at(in(11), () -> assertThat(reasons(dan)).contains(Priority.Why.RENEWAL));

        lookIn(102);
        assertThat(inbox()).as("it has passed").containsExactly(gil.id(), dan.id());
    }

    @Test
    void aRenewalThatIsPutOffMovesTheCaseDownAgain() {
        renewsIn(30);
        Case dan = acme.caseOf(acme.answer(wave, acme.dan, 6, ""));
        acme.awaitReadings();
        int before = priority(dan);

        renewsIn(300);
        lookIn(0);

        assertThat(priority(dan)).isLessThan(before);
    }

    @Test
    void twoServersThatLookAtTheSameMomentMoveEachCaseOnce() {
        IntStream.range(0, 120).forEach(i -> acme.answer(wave, acme.contact("P" + i), 3, ""));
        acme.awaitReadings();

        int moved = List.of(1, 2).stream()
                .map(server -> CompletableFuture.supplyAsync(() -> {
                    int[] sum = {0};
                    Moment.at(in(20), () -> {
                        for (int some = -1; some != 0; sum[0] += some) {
                            some = renewals.look(acme.workspace());
                        }
                    });
                    return sum[0];
                }))
                .toList()
                .stream()
                .mapToInt(CompletableFuture::join)
                .sum();

        assertThat(moved).isEqualTo(120);
        lookIn(20);
        assertThat(renewals.workspaces()).contains(acme.workspace());
    }

    private void renewsIn(int days) {
        Account known = doors.accounts
                .list(acme.workspace(), "Acme Ltd", null, 1)
                .items()
                .getFirst();
        doors.accounts.change(
                acme.olga,
                known.id(),
                new Accounts.Told(known.name(), null, null, LocalDate.now().plusDays(days), null));
    }

    private Instant in(int days) {
        return now.plus(Duration.ofDays(days));
    }

    private void lookIn(int days) {
        Moment.at(in(days), () -> renewals.look(acme.workspace()));
    }

    private List<CaseId> inbox() {
        var open = new Cases.Filter(acme.program.id(), null, null, null, Cases.Filter.Status.OPEN, null);
        return doors.cases.list(acme.workspace(), open, Cases.Order.URGENCY, null, 10).items().stream()
                .map(Case::id)
                .toList();
    }

    private List<Priority.Why> reasons(Case item) {
        CaseFacts known = facts.of(acme.workspace(), item);
        return facts.priority(acme.workspace(), known).reasons().stream()
                .map(Priority.Reason::why)
                .toList();
    }

    private int priority(Case item) {
        return doors.cases.find(acme.workspace(), item.id()).priority();
    }
}
