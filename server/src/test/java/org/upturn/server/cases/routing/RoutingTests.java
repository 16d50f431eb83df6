package org.upturn.server.cases.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.CaseNews;
import org.upturn.server.cases.FollowUp;
import org.upturn.server.cases.Subtype;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.kernel.Problem;
import org.upturn.server.surveys.Wave;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Role;

@UpturnTest
@RecordApplicationEvents
class RoutingTests {
    private static final Set<String> NONE = Set.of();
    private static final Set<UUID> NOBODY = Set.of();

    @Autowired
    Doors doors;

    @Autowired
    RoutingRules rules;

    @Autowired
    Rosters rosters;

    @Autowired
    Rehearsal rehearsal;

    @Autowired
    ApplicationEvents events;

    private Acme acme;
    private Wave q3;
    private Wave q4;
    private Member nadia;
    private Member marco;

    @BeforeEach
    void aTeam() {
        acme = doors.acme();
        q3 = acme.wave("Q3", 90);
        q4 = acme.wave("Q4", 2);
        nadia = acme.member("Nadia", Role.RESPONDER);
        marco = acme.member("Marco", Role.RESPONDER);
        doors.assignments.name(acme.olga, acme.program.id(), acme.olga.id(), null);
    }

    @Test
    void theFailureThatTheWordsNameDecidesNotTheScore() {
        live(rule("Leaving", Set.of("consequence"), nadia.id()), rule("Silent", Set.of("silent"), marco.id()));
        Case leaving = acme.caseOf(acme.answer(
                q4, acme.cleo, 4, "Three support tickets, no resolution. Looking at alternatives for renewal."));
        Case silent = acme.caseOf(acme.answer(q4, acme.dan, 4, ""));

        assertThat(leaving.owner()).as("somebody has it before it is read").isEqualTo(acme.olga.id());
        acme.awaitReadings();

        assertThat(owner(leaving)).isEqualTo(nadia.id());
        assertThat(owner(silent)).isEqualTo(marco.id());
        assertThat(doors.assignments
                        .of(acme.workspace(), leaving.id())
                        .getFirst()
                        .rule())
                .isEqualTo("Leaving");
    }

    @Test
    void theOwnerHearsOfItOnceWithTheWordsRead() {
        live(rule("Leaving", Set.of("consequence"), nadia.id()));
        Case item = acme.caseOf(acme.answer(q4, acme.cleo, 4, "We are leaving for a competitor next month."));
        assertThat(news(item)).isEmpty();
        acme.awaitReadings();
        acme.answer(q4, acme.cleo, 3, "We are leaving for another competitor, and soon.");
        acme.awaitReadings();

        assertThat(doors.jdbc
                        .sql("select count(*) from case_assignment where workspace_id = :workspace and case_id = :id")
                        .param("workspace", acme.workspace().value())
                        .param("id", item.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whatSomebodyTookInHandBeforeItWasReadStaysTheirs() {
        live(rule("Anything", NONE, nadia.id()));
        Case item = acme.caseOf(acme.answer(q4, acme.cleo, 4, "Broken again."));
        doors.cases.assign(acme.olga, item.id(), marco.id());
        doors.cases.logFollowUp(marco, item.id(), FollowUp.Kind.CONTACTED, "Rang.");
        acme.awaitReadings();

        assertThat(owner(item)).isEqualTo(marco.id());
    }

    @Test
    void anOwnerOnLeaveIsCoveredAndTheRecordSaysForWhom() {
        LocalDate today = LocalDate.now(doors.workspaces.find(acme.workspace()).timeZone());
        rosters.leave(acme.olga, nadia.id(), today.minusDays(1), today.plusDays(3), marco.id());
        live(rule("Silent", Set.of("silent"), nadia.id()));

        Case item = acme.caseOf(acme.answer(q4, acme.dan, 2, ""));

        assertThat(owner(item)).isEqualTo(marco.id());
        assertThat(doors.assignments.of(acme.workspace(), item.id()).getFirst().coversFor())
                .isEqualTo("Nadia");
    }

    @Test
    void aFallbackOwnerOnLeaveWithoutCoverKeepsTheCaseRatherThanNobody() {
        LocalDate today = LocalDate.now(doors.workspaces.find(acme.workspace()).timeZone());
        rosters.leave(acme.olga, acme.olga.id(), today.minusDays(1), today.plusDays(3), null);

        assertThat(owner(acme.caseOf(acme.answer(q4, acme.dan, 2, "")))).isEqualTo(acme.olga.id());
    }

    @Test
    void twoWhoShareARuleShareItsCases() {
        live(new RoutingRule("Both", When.ALWAYS, new Target(Target.Kind.MEMBERS, List.of(nadia.id(), marco.id()))));
        for (int i = 0; i < 6; i++) {
            acme.answer(q4, acme.contact("P" + i), 2, "");
        }

        assertThat(doors.jdbc
                        .sql("select count(*) from cases where workspace_id = :workspace group by owner_id")
                        .param("workspace", acme.workspace().value())
                        .query(Long.class)
                        .list())
                .containsExactly(3L, 3L);
    }

    @Test
    void aDraftDecidesNothingUntilItIsLiveAndCanBeTriedOnThePast() {
        acme.answer(q3, acme.cleo, 9, "Saves us hours.");
        Case cleo = acme.caseOf(acme.answer(q4, acme.cleo, 5, "Support never answers our tickets."));
        acme.caseOf(acme.answer(q4, acme.dan, 1, "Terrible."));
        acme.awaitReadings();
        var draft = new RuleSet(List.of(new RoutingRule(
                "Converted",
                new When(Set.of("converted"), NONE, NONE, NONE, NOBODY, NOBODY, NONE),
                new Target(Target.Kind.MEMBERS, List.of(nadia.id())))));
        rules.keep(acme.olga, acme.program.id(), draft);

        Simulation tried = rehearsal.play(acme.workspace(), acme.program.id(), draft, 30);

        assertThat(owner(cleo)).isEqualTo(acme.olga.id());
        assertThat(tried.detractors()).isEqualTo(2);
        assertThat(tried.moved()).isEqualTo(1);
        assertThat(tried.missed())
                .as("a 5 after a 9, which a threshold of 3 does not see")
                .isEqualTo(1);
        assertThat(tried.subtypes()).containsEntry(Subtype.CONVERTED, 1).containsEntry(Subtype.NEW, 1);
        assertThat(tried.examples().getFirst().gets()).isEqualTo(nadia.id());
    }

    @Test
    void aRuleThatLeadsToNobodyOrNamesWhatIsNotThereIsRefused() {
        assertThatThrownBy(() -> rules.keep(
                        acme.olga,
                        acme.program.id(),
                        new RuleSet(List.of(
                                new RoutingRule("X", When.ALWAYS, new Target(Target.Kind.MEMBERS, List.of()))))))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> rules.keep(
                        acme.olga, acme.program.id(), new RuleSet(List.of(rule("X", Set.of("loud"), nadia.id())))))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> rules.keep(
                        acme.olga,
                        acme.program.id(),
                        new RuleSet(List.of(rule("X", NONE, new MemberId(UUID.randomUUID()))))))
                .isInstanceOf(Problem.class);
    }

    @Test
    void twoHundredCasesGoToSomebodyInOneStepAndBack() {
        Instant begin = Instant.now().minus(Duration.ofHours(2));
        List<Case> all = java.util.stream.IntStream.range(0, 200)
                .mapToObj(i -> acme.caseOf(acme.answerAt(begin.plusSeconds(i), q4, acme.contact("P" + i), 3, "")))
                .toList();
        var ids = all.stream().map(Case::id).toList();

        var before = doors.assignments.assign(acme.olga, ids, nadia.id());
        assertThat(all).allSatisfy(one -> assertThat(owner(one)).isEqualTo(nadia.id()));
        doors.assignments.giveBack(acme.olga, before);
        assertThat(all).allSatisfy(one -> assertThat(owner(one)).isEqualTo(acme.olga.id()));
    }

    private void live(RoutingRule... all) {
        rules.keep(acme.olga, acme.program.id(), new RuleSet(List.of(all)));
        rules.goLive(acme.olga, acme.program.id());
    }

    private static RoutingRule rule(String name, Set<String> words, MemberId to) {
        return new RoutingRule(
                name,
                new When(NONE, NONE, NONE, words, NOBODY, NOBODY, NONE),
                new Target(Target.Kind.MEMBERS, List.of(to)));
    }

    private MemberId owner(Case item) {
        return doors.cases.find(acme.workspace(), item.id()).owner();
    }

    private List<CaseNews> news(Case item) {
        return events.stream(CaseNews.class)
                .filter(one -> one.id().equals(item.id()))
                .toList();
    }
}
