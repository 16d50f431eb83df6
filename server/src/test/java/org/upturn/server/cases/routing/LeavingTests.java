package org.upturn.server.cases.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.cases.Case;
import org.upturn.server.contacts.Accounts;
import org.upturn.server.followups.Conversation;
import org.upturn.server.followups.Conversations;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Browser;
import org.upturn.server.house.Client;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.invitations.cadence.Cadence;
import org.upturn.server.invitations.cadence.Cadences;
import org.upturn.server.invitations.cadence.Rhythm;
import org.upturn.server.invitations.outbox.Audience;
import org.upturn.server.kernel.Problem;
import org.upturn.server.surveys.Wave;
import org.upturn.server.tracks.passives.Passives;
import org.upturn.server.workspaces.InHands;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Role;
import org.upturn.server.workspaces.Team;

/** Nothing stays in the hands of somebody who is not there any more (S1-14). */
@UpturnTest
class LeavingTests {
    @Autowired
    Doors doors;

    @Autowired
    Team team;

    @Autowired
    RoutingRules rules;

    @Autowired
    Rosters rosters;

    @Autowired
    Conversations conversations;

    @Autowired
    Cadences cadences;

    @Autowired
    Passives passives;

    private Acme acme;
    private Member nadia;
    private Member marco;
    private Case item;
    private UUID account;

    @BeforeEach
    void everythingIsNadias() {
        acme = doors.acme();
        nadia = acme.member("Nadia", Role.MANAGER);
        marco = acme.member("Marco", Role.RESPONDER);
        Wave wave = acme.wave("Q4");
        doors.assignments.name(acme.olga, acme.program.id(), nadia.id(), nadia.id());
        lead(nadia.id(), marco.id());
        rules.goLive(acme.olga, acme.program.id());
        lead(nadia.id());
        item = acme.caseOf(acme.answer(wave, acme.cleo, 3, "Nobody calls back."));
        doors.cases.assign(acme.olga, item.id(), nadia.id());
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        rosters.leave(acme.olga, acme.olga.id(), today, today.plusDays(3), nadia.id());
        rosters.leave(acme.olga, marco.id(), today, today.plusDays(3), nadia.id());
        account = doors.accounts
                .add(
                        acme.olga,
                        new Accounts.Told(
                                "Umbrella", nadia.id().value(), nadia.id().value(), null, null))
                .id();
        passives.give(acme.olga, acme.program.id(), acme.ben.id(), nadia.id());
        conversations.add(
                nadia,
                item.id(),
                new Conversations.Told(Conversation.Kind.CALL, Instant.now().plus(Duration.ofDays(1)), "Cleo", null));
        cadences.add(
                nadia,
                acme.program.id(),
                new Cadences.Told(
                        "Quarterly",
                        new Rhythm.Every(90, today.plusDays(1), LocalTime.of(9, 0)),
                        Audience.EVERYONE,
                        new Cadence.Round(14, 1, List.of())));
    }

    @Test
    void whoeverTakesOverGetsAllOfItAndTheRulesLeadToThemFromThen() {
        assertThat(team.heldBy(nadia))
                .extracting(InHands.Held::what, InHands.Held::count)
                .containsExactlyInAnyOrder(
                        held("cases"),
                        held("programs"),
                        held("rules"),
                        org.assertj.core.groups.Tuple.tuple("covers", 2L),
                        held("accounts"),
                        held("passives"),
                        held("talks"),
                        held("schedules"));

        team.leave(acme.olga, nadia.id(), marco.id());

        assertThat(doors.cases.find(acme.workspace(), item.id()).owner()).isEqualTo(marco.id());
        assertThat(rules.live(acme.workspace(), acme.program.id())
                        .rules()
                        .getFirst()
                        .to()
                        .members())
                .containsExactly(marco.id());
        assertThat(rules.draft(acme.workspace(), acme.program.id())
                        .orElseThrow()
                        .rules()
                        .getFirst()
                        .to()
                        .members())
                .containsExactly(marco.id());
        assertThat(rules.versions(acme.workspace(), acme.program.id())).hasSize(2);
        assertThat(rosters.absences(acme.workspace()))
                .filteredOn(one -> one.member().equals(acme.olga.id()))
                .extracting(Absence::cover)
                .containsExactly(marco.id());
        assertThat(rosters.absences(acme.workspace()))
                .filteredOn(one -> one.member().equals(marco.id()))
                .extracting(Absence::cover)
                .as("nobody stands in for themselves")
                .containsOnlyNulls();
        assertThat(doors.accounts.find(acme.workspace(), account).owner()).isEqualTo(marco.id());
        assertThat(passives.owner(acme.workspace(), acme.program.id(), acme.ben.id())
                        .orElseThrow()
                        .id())
                .isEqualTo(marco.id());
        assertThat(conversations.ofCase(acme.workspace(), item.id()).getFirst().by())
                .isEqualTo("Marco");
        assertThat(team.heldBy(nadia)).isEmpty();
    }

    @Test
    void whoLeavesLosesEveryWayInAtOnceAndWhatTheyDidKeepsTheirName() {
        Browser browser = acme.browser(nadia);
        Client api = acme.api(nadia);
        browser.get("/cases").expect(200);

        team.leave(acme.olga, nadia.id(), marco.id());

        browser.get("/cases").expect(302);
        api.get("/api/v1/team").expect(401);
        assertThat(doors.signIn.open(nadia.email(), Acme.PASSWORD)).isEmpty();
        assertThat(doors.workspaces.members(acme.workspace()))
                .extracting(Member::name)
                .doesNotContain("Nadia");
        assertThat(doors.workspaces.names(acme.workspace())).containsEntry(nadia.id(), "Nadia");
        assertThat(acme.browser().get("/cases/" + item.id().value()).expect(200).body())
                .contains("Nadia");
        assertThatThrownBy(() -> doors.cases.assign(acme.olga, item.id(), nadia.id()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("not on the team any more");
    }

    @Test
    void withoutASuccessorNothingIsDoneAndTheOneChosenMustBeAbleToOwnCases() {
        Member vic = acme.member("Vic", Role.VIEWER);
        for (MemberId wrong : new MemberId[] {null, nadia.id(), vic.id(), MemberId.next()}) {
            assertThatThrownBy(() -> team.leave(acme.olga, nadia.id(), wrong)).isInstanceOf(Problem.class);
        }
        assertThatThrownBy(() ->
                        team.change(acme.olga, nadia.id(), new Team.Edit("Nadia", nadia.email(), Role.VIEWER, null)))
                .isInstanceOf(Problem.class);
        assertThat(team.heldBy(nadia)).hasSize(8);

        team.change(acme.olga, nadia.id(), new Team.Edit("Nadia", nadia.email(), Role.VIEWER, marco.id()));

        assertThat(team.heldBy(nadia)).isEmpty();
        assertThat(team.find(acme.workspace(), nadia.id()).role()).isEqualTo(Role.VIEWER);
    }

    @Test
    void aWorkspaceKeepsSomebodyWhoDecidesWhoIsIn() {
        assertThatThrownBy(() -> team.leave(acme.olga, acme.olga.id(), marco.id()))
                .hasMessageContaining("decide who is in");
        assertThatThrownBy(() -> team.change(
                        acme.olga, acme.olga.id(), new Team.Edit("Olga", acme.olga.email(), Role.MANAGER, null)))
                .hasMessageContaining("decide who is in");

        team.change(acme.olga, marco.id(), new Team.Edit("Marco", marco.email(), Role.OWNER, null));
        team.leave(marco, acme.olga.id(), marco.id());

        assertThat(doors.workspaces.members(acme.workspace()))
                .extracting(Member::name)
                .contains("Marco");
    }

    @Test
    void whoComesBackSignsInAsBeforeUnlessTheAddressIsSomebodyElsesByThen() {
        team.leave(acme.olga, nadia.id(), marco.id());
        team.takeBack(acme.olga, nadia.id());

        assertThat(doors.signIn.open(nadia.email(), Acme.PASSWORD)).isPresent();
        assertThat(doors.cases.find(acme.workspace(), item.id()).owner())
                .as("what was handed over stays where it is")
                .isEqualTo(marco.id());

        team.leave(acme.olga, nadia.id(), null);
        doors.workspaces.addMember(
                acme.olga,
                new org.upturn.server.workspaces.Workspaces.NewMember(
                        "Another", nadia.email(), Acme.PASSWORD, Role.VIEWER));
        assertThatThrownBy(() -> team.takeBack(acme.olga, nadia.id())).hasMessageContaining("Somebody signs in with");
    }

    @Test
    void aNewAddressOpensAndTheOldOneDoesNot() {
        String married = Acme.email("nadia.stein");
        team.change(acme.olga, nadia.id(), new Team.Edit("Nadia Stein", married, Role.MANAGER, null));

        assertThat(doors.signIn.open(married, Acme.PASSWORD)).isPresent();
        assertThat(doors.signIn.open(nadia.email(), Acme.PASSWORD)).isEmpty();
        assertThatThrownBy(
                        () -> team.change(acme.olga, marco.id(), new Team.Edit("Marco", married, Role.RESPONDER, null)))
                .hasMessageContaining("Somebody signs in with");
        assertThat(doors.signIn.open(marco.email(), Acme.PASSWORD))
                .as("what was refused changed nothing")
                .isPresent();
    }

    @Test
    void anotherPasswordEndsTheOtherSessionsAndNotThisOne() {
        Browser elsewhere = acme.browser(nadia);
        Browser here = acme.browser(nadia);
        String next = "another correct horse";
        here.post("/me/password", Map.of("old", "not it, no", "password", next)).expect(422);
        here.post("/me/password", Map.of("old", Acme.PASSWORD, "password", next))
                .expect(303);

        here.get("/me").expect(200);
        elsewhere.get("/me").expect(302);
        assertThat(doors.signIn.open(nadia.email(), Acme.PASSWORD)).isEmpty();
        assertThat(doors.signIn.open(nadia.email(), next)).isPresent();

        team.setPassword(acme.olga, nadia.id(), Acme.PASSWORD);
        here.get("/me").expect(302);
        assertThat(doors.signIn.open(nadia.email(), Acme.PASSWORD)).isNotEqualTo(Optional.empty());
    }

    @Test
    void aRefusalIsSaidOnTheMembersPageWithWhatWasTyped() {
        Browser browser = acme.browser();
        String page = "/settings/team/" + nadia.id().value();
        assertThat(browser.post(page + "/leaving", Map.of()).expect(422).body()).contains("Something is in the hands");
        assertThat(browser.post(page, Map.of("name", "Nadia N", "email", "nobody", "role", "manager"))
                        .expect(422)
                        .body())
                .contains("value=\"Nadia N\"", "value=\"nobody\"");

        browser.post(page + "/leaving", Map.of("successor", marco.id().value().toString()))
                .expect(303);
        assertThat(browser.get("/settings").expect(200).body()).contains("One person has left", "Bring back");
        browser.post(page + "/return", Map.of()).expect(303);
        browser.get(page).expect(200);
    }

    private void lead(MemberId... members) {
        var rule = new RoutingRule("Anything", When.ALWAYS, new Target(Target.Kind.MEMBERS, List.of(members)));
        rules.keep(acme.olga, acme.program.id(), new RuleSet(List.of(rule)));
    }

    private static org.assertj.core.groups.Tuple held(String what) {
        return org.assertj.core.groups.Tuple.tuple(what, 1L);
    }
}
