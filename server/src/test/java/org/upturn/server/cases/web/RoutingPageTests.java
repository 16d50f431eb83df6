package org.upturn.server.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.cases.routing.RoutingRule;
import org.upturn.server.cases.routing.RoutingRules;
import org.upturn.server.contacts.Accounts;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Browser;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Role;
import org.upturn.server.workspaces.Team;

@UpturnTest
class RoutingPageTests {
    @Autowired
    Doors doors;

    @Autowired
    RoutingRules rules;

    @Autowired
    Team team;

    private Acme acme;
    private Member nadia;
    private Browser browser;
    private String routing;

    @BeforeEach
    void aTeam() {
        acme = doors.acme();
        nadia = acme.member("Nadia", Role.RESPONDER);
        doors.assignments.name(acme.olga, acme.program.id(), acme.olga.id(), null);
        browser = acme.browser();
        routing = "/programs/" + acme.program.id().value() + "/routing";
    }

    @Test
    void aRuleForAnAccountIsWrittenByItsNameAndTakesItsPeople() {
        UUID large = doors.accounts
                .add(acme.olga, new Accounts.Told("Müller; Söhne", null, null, null, null))
                .id();
        var form = new HashMap<>(Map.of("name", "Two of them", "account", "müller; söhne"));
        form.put("members", nadia.id().value().toString());
        browser.post(routing + "/rules/0", form).expect(303);
        assertThat(draft().getFirst().when().accounts()).containsExactly(large);
        form.put("account", "acme ltd");
        form.put("accounts", large.toString());
        browser.post(routing + "/rules/0", form).expect(303);
        assertThat(browser.get(routing + "?simulate=30").expect(200).body())
                .contains("Account Acme Ltd, Müller; Söhne", "<option value=\"Acme Ltd\">");
        rules.goLive(acme.olga, acme.program.id());

        assertThat(acme.caseOf(acme.answer(acme.wave("Q4", 2), acme.dan, 2, "")).owner())
                .isEqualTo(nadia.id());
        form.put("account", "Acme Ltd; Nobody Inc");
        assertThat(browser.post(routing + "/rules/0", form).expect(422).body())
                .contains("There is no account called Nobody Inc");
    }

    @Test
    void aRuleThatIsRefusedStandsOpenWithAllThatWasTyped() {
        String refused = browser.post(
                        routing + "/rules/0",
                        Map.of(
                                "name",
                                "Billing <to> finance",
                                "account",
                                "Nobody Inc",
                                "languages",
                                "de, fr",
                                "gaps",
                                "access",
                                "members",
                                nadia.id().value().toString()))
                .expect(422)
                .body();

        assertThat(refused)
                .containsPattern("<details class=\"adder\" open")
                .contains("There is no account called Nobody Inc")
                .contains("value=\"Billing &lt;to> finance\"", "value=\"Nobody Inc\"", "value=\"de, fr\"")
                .contains("value=\"access\" checked", "value=\"" + nadia.id().value() + "\" checked");
        assertThat(rules.draft(acme.workspace(), acme.program.id())).isEmpty();
    }

    @Test
    void aViewerIsNobodysOwner() {
        Member vera = acme.member("Vera", Role.VIEWER);
        String who = vera.id().value().toString();

        assertThat(browser.get(routing).expect(200).body()).doesNotContain(who);
        browser.post(routing, Map.of("owner", who)).expect(422);
        browser.post(routing + "/rules/0", Map.of("name", "To her", "members", who))
                .expect(422);
    }

    @Test
    void aLanguageThatIsNoneIsRefused() {
        String who = nadia.id().value().toString();
        String refused = browser.post(
                        routing + "/rules/0", Map.of("name", "Far", "members", who, "languages", "de klingon!!"))
                .expect(422)
                .body();

        assertThat(refused).contains("klingon!! is no language", "value=\"de klingon!!\"");
    }

    @Test
    void aRuleGoesToTheVeryPlaceThatIsWantedOfIt() {
        for (String name : List.of("one", "two", "three")) {
            put(9, name, "99");
        }
        put(9, "first", "1");
        put(1, "last", "4");
        put(0, "middle", "2");

        assertThat(draft()).extracting(RoutingRule::name).containsExactly("two", "middle", "three", "last");
    }

    private void put(int place, String name, String position) {
        String who = nadia.id().value().toString();
        browser.post(routing + "/rules/" + place, Map.of("name", name, "members", who, "position", position))
                .expect(303);
    }

    @Test
    void theUsualRulesAreLookedAtThenKeptThenUndone() {
        assertThat(browser.get(routing).expect(200).body())
                .contains("Without any, this already holds", routing + "/usual");
        assertThat(browser.get(routing + "/usual").expect(200).body())
                .contains("Converted, to the senior owner of the account", "Broken service", "Missing features");
        assertThat(rules.draft(acme.workspace(), acme.program.id())).isEmpty();

        String who = nadia.id().value().toString();
        browser.post(routing + "/usual", Map.of("usual", "service", "to-service", who))
                .expect(303);
        browser.post(routing + "/usual", Map.of("usual", "chronic")).expect(303);

        assertThat(draft())
                .extracting(RoutingRule::name)
                .containsExactly("Broken service", "Chronic, to renewal triage");
        assertThat(draft().getFirst().to().members()).containsExactly(nadia.id());
        assertThat(browser.get(routing + "/usual").expect(200).body()).doesNotContain("Broken service");

        undo();
        assertThat(draft()).extracting(RoutingRule::name).containsExactly("Broken service");
        undo();
        assertThat(draft()).as("an undo is undone").hasSize(2);
        rules.discard(acme.olga, acme.program.id());
        put(0, "Only one", "1");
        undo();
        assertThat(rules.draft(acme.workspace(), acme.program.id()))
                .as("nothing is left that is not live")
                .isEmpty();
    }

    @Test
    void aRuleThatWasRemovedComesBackAtItsPlace() {
        put(9, "one", "");
        put(9, "two", "");
        put(9, "three", "");
        browser.post(routing + "/rules/1/removal", Map.of()).expect(303);
        assertThat(browser.get(routing).body()).contains("Undo the last change");
        assertThat(draft()).extracting(RoutingRule::name).containsExactly("one", "three");

        undo();

        assertThat(draft()).extracting(RoutingRule::name).containsExactly("one", "two", "three");
    }

    @Test
    void whatWasLiveOnceIsLookedAtAndUsedAgainWithoutWhatIsGone() {
        Member marco = acme.member("Marco", Role.RESPONDER);
        put(9, "To Nadia", "");
        browser.post(
                        routing + "/rules/9",
                        Map.of("name", "To Marco", "members", marco.id().value().toString()))
                .expect(303);
        browser.post(routing + "/live", Map.of()).expect(303);
        browser.post(routing + "/rules/1/removal", Map.of()).expect(303);
        put(9, "Newer", "");
        browser.post(routing + "/live", Map.of()).expect(303);
        team.change(acme.olga, marco.id(), new Team.Edit("Marco", marco.email(), Role.VIEWER, acme.olga.id()));

        assertThat(browser.get(routing + "/versions/1").expect(200).body())
                .contains("To Nadia", "The same now.", "To Marco", "Not there now.", "Cannot be used again:")
                .contains("There now, and not in this version: Newer");
        assertThat(browser.get(routing + "/versions/2").expect(200).body())
                .contains("These rules decide now.")
                .doesNotContain("Use these rules again");
        browser.get(routing + "/versions/9").expect(404);

        browser.post(routing + "/versions/1", Map.of()).expect(303);

        assertThat(draft()).extracting(RoutingRule::name).containsExactly("To Nadia");
        assertThat(rules.live(acme.workspace(), acme.program.id()).rules())
                .as("what is live stays as it is")
                .hasSize(2);
    }

    private void undo() {
        browser.post(routing + "/undo", Map.of()).expect(303);
    }

    private List<RoutingRule> draft() {
        return rules.draft(acme.workspace(), acme.program.id()).orElseThrow().rules();
    }
}
