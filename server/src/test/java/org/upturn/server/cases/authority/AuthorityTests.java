package org.upturn.server.cases.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.cases.CaseId;
import org.upturn.server.contacts.Contact;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.kernel.Moment;
import org.upturn.server.kernel.Problem;
import org.upturn.server.surveys.Wave;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Role;

@UpturnTest
class AuthorityTests {
    @Autowired
    Doors doors;

    private Acme acme;
    private Wave wave;
    private Member robin;
    private Member mona;
    private LoopAction refund;
    private CaseId dan;

    @BeforeEach
    void offerARefund() {
        acme = doors.acme();
        wave = acme.wave("Q4");
        robin = acme.member("Robin", Role.RESPONDER);
        mona = acme.member("Mona", Role.MANAGER);
        doors.actionCatalogue.count(acme.olga, "EUR");
        refund = doors.actionCatalogue.add(
                acme.olga,
                new Told(
                        "refund",
                        "Refund",
                        money("40"),
                        List.of(
                                new Limit(Role.RESPONDER, money("50"), money("100")),
                                new Limit(Role.MANAGER, money("500"), null))));
        dan = item(acme.dan);
    }

    @Test
    void withinTheLimitItIsDoneAtOnce() {
        CaseAction done = act(robin, dan, "50");

        assertThat(done.state()).isEqualTo(CaseAction.State.DONE);
        assertThat(done.wasAsked()).isFalse();
        assertThat(doors.caseActions.costs(acme.workspace(), List.of(dan)).get(dan))
                .isEqualByComparingTo("50");
    }

    @Test
    void aboveItSomebodyWithMoreAuthorityDecides() {
        CaseAction asked = act(robin, dan, "50.01");

        assertThat(asked.state()).isEqualTo(CaseAction.State.WAITING);
        assertThat(doors.caseActions.costs(acme.workspace(), List.of(dan))).isEmpty();
        assertThat(doors.caseActions.waitingFor(robin)).isEmpty();
        assertThat(doors.caseActions.waitingFor(mona))
                .extracting(CaseAction::id)
                .containsExactly(asked.id());
        assertThat(acme.browser(mona).get("/").body()).contains("One request waits");
        assertThat(acme.browser(mona).get("/cases/requests").body()).contains("Refund", "Dan", "50.01");
        assertThatThrownBy(() -> doors.caseActions.decide(robin, dan, asked.id(), true, ""))
                .hasMessageContaining("beyond your own limit");
        assertThatThrownBy(() -> doors.caseActions.decide(mona, dan, asked.id(), false, " "))
                .hasMessageContaining("why you decline");

        CaseAction allowed = doors.caseActions.decide(mona, dan, asked.id(), true, "Fair.");

        assertThat(allowed.state()).isEqualTo(CaseAction.State.DONE);
        assertThat(allowed.decidedBy()).isEqualTo("Mona");
        assertThat(allowed.wasAsked()).isTrue();
        assertThatThrownBy(() -> doors.caseActions.decide(mona, dan, asked.id(), false, "No."))
                .hasMessageContaining("already");
        assertThat(doors.caseActions.waitingFor(mona)).isEmpty();
    }

    @Test
    void whatWasDeclinedCostsNothingAndKeepsItsReason() {
        CaseAction asked = act(robin, dan, "400");

        CaseAction declined = doors.caseActions.decide(acme.olga, dan, asked.id(), false, "Not our fault.");

        assertThat(declined.state()).isEqualTo(CaseAction.State.DECLINED);
        assertThat(declined.reason()).isEqualTo("Not our fault.");
        assertThat(doors.caseActions.costs(acme.workspace(), List.of(dan))).isEmpty();
    }

    @Test
    void theLimitIsOfTheCaseWhoeverSpentIt() {
        act(mona, dan, "45");

        assertThat(act(robin, dan, "6").state()).isEqualTo(CaseAction.State.WAITING);
        assertThat(act(robin, dan, "5").state()).isEqualTo(CaseAction.State.DONE);
    }

    @Test
    void theMonthIsOfTheMemberAndEnds() {
        act(robin, dan, "50");
        act(robin, item(acme.eve), "50");
        CaseId cleo = item(acme.cleo);

        assertThat(act(robin, cleo, "1").state()).isEqualTo(CaseAction.State.WAITING);
        assertThat(act(acme.member("Rosa", Role.RESPONDER), cleo, "1").state()).isEqualTo(CaseAction.State.DONE);
        Moment.at(
                Instant.now().plus(Duration.ofDays(32)),
                () -> assertThat(act(robin, cleo, "1").state()).isEqualTo(CaseAction.State.DONE));
    }

    @Test
    void aMistakeTakenBackCountsNowhereAndStaysReadable() {
        CaseAction wrong = act(robin, dan, "50");
        assertThatThrownBy(() -> doors.caseActions.undo(acme.member("Rosa", Role.RESPONDER), dan, wrong.id(), "Hm."))
                .hasMessageContaining("manager");
        assertThatThrownBy(() -> doors.caseActions.undo(robin, dan, wrong.id(), ""))
                .hasMessageContaining("what was wrong");

        CaseAction undone = doors.caseActions.undo(robin, dan, wrong.id(), "The wrong person.");

        assertThat(undone.state()).isEqualTo(CaseAction.State.UNDONE);
        assertThat(undone.undoneBy()).isEqualTo("Robin");
        assertThat(doors.caseActions.costs(acme.workspace(), List.of(dan))).isEmpty();
        assertThat(act(robin, dan, "50").state()).as("the limit is free again").isEqualTo(CaseAction.State.DONE);
        assertThat(doors.caseActions.of(acme.workspace(), dan)).hasSize(2);
        assertThatThrownBy(() -> doors.caseActions.undo(robin, dan, wrong.id(), "Again."))
                .hasMessageContaining("already");
    }

    @Test
    void whoHasNoLimitAsksAndAnOwnerNever() {
        LoopAction call = doors.actionCatalogue.add(
                acme.olga, new Told("leadership", "Call", null, List.of(new Limit(Role.MANAGER, null, null))));

        assertThat(doors.caseActions.act(robin, dan, call.id(), null, null).state())
                .isEqualTo(CaseAction.State.WAITING);
        assertThat(doors.caseActions.act(mona, dan, call.id(), null, null).state())
                .isEqualTo(CaseAction.State.DONE);
        assertThat(act(acme.olga, dan, "9999999.99").state()).isEqualTo(CaseAction.State.DONE);
        assertThatThrownBy(() -> doors.caseActions.act(mona, dan, call.id(), money("5"), null))
                .hasMessageContaining("costs no money");
    }

    @Test
    void anAmountIsWhatItSaysOrIsRefused() {
        assertThat(Amounts.of("amount", "1 250,5")).isEqualByComparingTo("1250.50");
        assertThat(Amounts.of("amount", "")).isNull();
        for (String wrong : List.of("1,000", "-5", "5e3", "0.001", "a", "99999999999")) {
            assertThatThrownBy(() -> Amounts.of("amount", wrong)).as(wrong).isInstanceOf(Problem.class);
        }
        for (String wrong : List.of("0", "-1", "1.005", "1e9", "1e-2000000000", "1e2000000000")) {
            assertThatThrownBy(() -> act(acme.olga, dan, wrong)).as(wrong).isInstanceOf(Problem.class);
        }
    }

    @Test
    void theCurrencyStaysOnceAnAmountIsOnARecord() {
        doors.actionCatalogue.count(acme.olga, "usd");
        act(robin, dan, "5");

        assertThatThrownBy(() -> doors.actionCatalogue.count(acme.olga, "EUR")).hasMessageContaining("stays");
        doors.actionCatalogue.count(acme.olga, "USD");
    }

    @Test
    void whatIsOfferedNoLongerStaysWhereItWasUsed() {
        act(robin, dan, "5");
        CaseAction asked = act(robin, dan, "400");
        doors.actionCatalogue.retire(acme.olga, refund.id());

        assertThatThrownBy(() -> act(robin, dan, "5")).hasMessageContaining("offered");
        assertThat(doors.caseActions.decide(mona, dan, asked.id(), true, "").state())
                .isEqualTo(CaseAction.State.DONE);
        assertThat(doors.caseActions.of(acme.workspace(), dan))
                .extracting(CaseAction::name)
                .containsOnly("Refund");
    }

    @Test
    void aPersonsDeletionTakesTheNotesAndLeavesTheCosts() {
        doors.caseActions.act(robin, dan, refund.id(), null, "Dan was billed twice.");

        acme.api().delete("/api/v1/contacts/" + acme.dan.id().value()).expect(204);

        assertThat(doors.jdbc
                        .sql("select note || amount from case_action where workspace_id = :workspace")
                        .param("workspace", acme.workspace().value())
                        .query(String.class)
                        .list())
                .containsExactly("40.00");
    }

    @Test
    void thePagesDoTheSame() {
        var browser = acme.browser(robin);
        String base = "/cases/" + dan.value();
        browser.post(base + "/actions", java.util.Map.of("action", refund.id().toString(), "amount", "1,000"))
                .expect(422);
        browser.post(base + "/actions", java.util.Map.of("action", refund.id().toString(), "note", "Sorry."))
                .expect(303);

        assertThat(browser.get(base + "/actions").body()).contains("Sorry.", "€40.00", "Spent on this case");
        assertThat(browser.get("/cases.csv").body()).contains(",40.00");
    }

    @Test
    void theProposedCatalogueIsTakenOver() {
        var fresh = doors.acme();
        assertThat(fresh.browser().get("/settings/actions").body()).contains("Call with leadership");

        fresh.browser()
                .post("/settings/actions/standard", java.util.Map.of("currency", "CHF"))
                .expect(303);

        assertThat(doors.actionCatalogue.list(fresh.workspace())).hasSize(4);
        assertThat(fresh.browser().get("/settings/actions").body()).contains("CHF");
    }

    private CaseId item(Contact contact) {
        return acme.caseOf(acme.answer(wave, contact, 4, "Support is slow.")).id();
    }

    private CaseAction act(Member by, CaseId id, String amount) {
        return doors.caseActions.act(by, id, refund.id(), money(amount), null);
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }
}
