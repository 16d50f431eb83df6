package org.upturn.server.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.engine.Theme;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.kernel.Problem;
import org.upturn.server.responses.Response;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Wave;
import org.upturn.server.verbatims.codebook.Draft;
import org.upturn.server.verbatims.codebook.Drafts;

/** What no theme covers comes onto the board by itself, and from there into the codebook or out of the way. */
@UpturnTest
class DiscoveryBoardTests {
    private static final String[] PARKING = {
        "I found no parking space on Monday.",
        "I found no parking space on Tuesday.",
        "I found no parking space on Wednesday.",
        "I found no parking space on Thursday.",
        "I found no parking space on Friday.",
    };
    private static final String[] MUSIC = {
        "The music in the hall is too loud.",
        "The music in the lobby is too loud.",
        "The music in the corridor is too loud.",
        "The music in the kitchen is too loud.",
    };

    @Autowired
    Doors doors;

    @Autowired
    GroupDecisions decisions;

    @Autowired
    Drafts drafts;

    private Acme acme;
    private ProgramId program;
    private Wave now;
    private int people;

    @BeforeEach
    void begin() {
        acme = doors.acme();
        program = acme.program.id();
    }

    @Test
    void whatNoThemeCoversIsGroupedUnderItsOwnWords() {
        now = acme.wave("Q4");
        List<UUID> parking = say(now, PARKING);
        say(now, MUSIC);
        List<UUID> covered = say(
                now,
                "Support is slow.",
                "I waited a week for a reply from support.",
                "Support takes days to reply.",
                "Slow support, still no reply.");
        acme.awaitReadings();

        Board.Found found = computed().found();

        FoundGroup group = group(found, "parking");
        assertThat(group.responses()).containsExactlyInAnyOrderElementsOf(parking);
        assertThat(group.inWave()).isEqualTo(5);
        assertThat(group.inWaveBefore()).isNull();
        assertThat(group.isNew()).as("with one wave nothing is new").isFalse();
        assertThat(group.quotations())
                .isNotEmpty()
                .allSatisfy(quote -> assertThat(parking).contains(quote.response()));
        assertThat(group(found, "music")).isNotNull();
        assertThat(found.groups()).allSatisfy(one -> assertThat(one.responses()).doesNotContainAnyElementsOf(covered));
        assertThat(found.said()).isEqualTo(13);
        assertThat(found.stale()).isFalse();
    }

    @Test
    void aGroupSaysHowItGrewAndWhetherItIsNew() {
        Wave before = acme.wave("Q3", 90);
        now = acme.wave("Q4");
        say(before, PARKING[0], PARKING[1]);
        say(now, PARKING[2], PARKING[3], PARKING[4]);
        say(now, MUSIC);
        acme.awaitReadings();

        Board.Found found = computed().found();

        assertThat(group(found, "parking")).satisfies(group -> {
            assertThat(group.inWave()).isEqualTo(3);
            assertThat(group.inWaveBefore()).isEqualTo(2);
            assertThat(group.growth()).isEqualTo(1);
            assertThat(group.isNew()).isFalse();
        });
        assertThat(group(found, "music").isNew()).isTrue();
        assertThat(computed(before.id().value()).found().verbatims()).isEqualTo(2);
    }

    @Test
    void aDismissedGroupStaysAwayWhenItGrowsUntilSomebodyBringsItBack() {
        now = acme.wave("Q4");
        say(now, PARKING[0], PARKING[1], PARKING[2]);
        say(now, MUSIC);
        acme.awaitReadings();
        UUID parking = group(computed().found(), "parking").id();

        decisions.dismiss(acme.olga, program, parking);
        decisions.dismiss(acme.olga, program, parking);
        say(now, PARKING[3], PARKING[4]);
        acme.awaitReadings();
        doors.discoveries.compute(acme.workspace(), program, null);
        Board.Found found = computed().found();

        assertThat(found.setAside()).extracting(FoundGroup::id).containsExactly(parking);
        assertThat(found.setAside().getFirst().responses()).hasSize(5);
        assertThat(found.open()).extracting(FoundGroup::id).doesNotContain(parking);
        decisions.bringBack(acme.olga, program, parking);
        assertThat(computed().found().open()).extracting(FoundGroup::id).contains(parking);
        assertThat(audited()).containsOnlyOnce("discovery.group-dismissed", "discovery.group-brought-back");
    }

    @Test
    void aGroupBecomesAThemeOnceAndNothingPersonalGoesAlong() {
        now = acme.wave("Q4");
        say(
                now,
                "I found no parking space on Monday, write to eve@example.org.",
                "I found no parking space on Tuesday, call +49 30 901820.",
                "I found no parking space on Wednesday.");
        say(now, MUSIC);
        acme.awaitReadings();
        UUID parking = group(computed().found(), "parking").id();

        String id = decisions.makeTheme(acme.olga, program, parking);

        Theme theme = draft().theme(id).orElseThrow();
        assertThat(theme.name()).containsIgnoringCase("parking");
        assertThat(theme.description()).contains("parking");
        assertThat(theme.examples()).isNotEmpty().anyMatch(one -> one.contains("parking"));
        assertThat(String.join(" ", theme.examples())).doesNotContain("eve@", "901820");
        assertThat(decisions.makeTheme(acme.olga, program, parking)).isEqualTo(id);
        assertThat(draft().changes().count()).isEqualTo(1);
        assertThat(computed().found().themes()).containsEntry(parking, id);

        drafts.discard(acme.olga, program, null);
        assertThat(computed().found().themes()).isEmpty();
        assertThat(draft().isBegun()).isFalse();
    }

    @Test
    void oldGroupsStayInSightUntilNewOnesAreFound() {
        now = acme.wave("Q4");
        say(now, PARKING);
        say(now, MUSIC[0]);
        acme.awaitReadings();
        Board.Found first = computed().found();

        say(now, MUSIC[1], MUSIC[2], MUSIC[3]);
        acme.awaitReadings();

        assertThat(look(null)).satisfies(board -> {
            assertThat(board.state()).isEqualTo(Board.State.READY);
            assertThat(board.found().stale()).isTrue();
            assertThat(board.found().groups()).isEqualTo(first.groups());
        });
        doors.jdbc.sql("""
                        update discovery_board
                        set computed_at = computed_at - interval '16 minutes'
                        where workspace_id = :workspace
                        """).param("workspace", acme.workspace().value()).update();
        assertThat(look(null).found().groups()).isEqualTo(first.groups());
        assertThat(computed().found().stale()).isFalse();
        assertThat(group(computed().found(), "music")).isNotNull();
        assertThat(group(computed().found(), "parking").id())
                .isEqualTo(group(first, "parking").id());
    }

    @Test
    void whileAnotherNodeComputesNobodyElseDoes() {
        now = acme.wave("Q4");
        say(now, PARKING);
        acme.awaitReadings();
        computed();
        doors.jdbc.sql("""
                        update discovery_board
                        set lease_token = wave_id, lease_until = 'infinity', texts_read = 2, texts_all = 5
                        where workspace_id = :workspace
                        """).param("workspace", acme.workspace().value()).update();

        Board board = doors.discoveries.compute(acme.workspace(), program, null);

        assertThat(board.isComputing()).isTrue();
        assertThat(board.progress()).isEqualTo(new Board.Progress(2, 5));
        assertThat(board.found().groups()).isNotEmpty();
    }

    @Test
    void aGroupOfAnotherWorkspaceOrProgramIsUnknown() {
        now = acme.wave("Q4");
        say(now, PARKING);
        acme.awaitReadings();
        UUID parking = group(computed().found(), "parking").id();
        Acme other = doors.acme();

        for (ProgramId theirs : List.of(program, other.program.id())) {
            assertUnknown(() -> decisions.makeTheme(other.olga, theirs, parking));
            assertUnknown(() -> decisions.dismiss(other.olga, theirs, parking));
            assertUnknown(() -> decisions.bringBack(other.olga, theirs, parking));
        }
        assertUnknown(() -> doors.discoveries.find(other.workspace(), program, null));
        assertUnknown(() -> doors.discoveries.find(
                other.workspace(), other.program.id(), now.id().value()));
    }

    @Test
    void beforeAnybodyHasAnsweredThereIsNothing() {
        acme.wave("Q4");

        assertThat(look(null).state()).isEqualTo(Board.State.NOTHING);
        assertThat(doors.discoveries.compute(acme.workspace(), program, null).found())
                .isNull();
    }

    private List<UUID> say(Wave wave, String... words) {
        var said = new ArrayList<UUID>();
        for (String one : words) {
            Response response = acme.answer(wave, acme.contact("Person " + ++people), 7, one);
            said.add(response.id().value());
        }
        return said;
    }

    private Board look(@Nullable UUID wave) {
        return doors.discoveries.find(acme.workspace(), program, wave);
    }

    private Board computed() {
        return computed(null);
    }

    private Board computed(@Nullable UUID wave) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> look(wave), board -> !board.isComputing());
    }

    private static FoundGroup group(Board.Found found, String word) {
        return found.groups().stream()
                .filter(one -> one.terms().stream().anyMatch(term -> term.contains(word)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(word + " is in none of " + found.groups()));
    }

    private Draft draft() {
        return drafts.find(acme.workspace(), program);
    }

    private List<String> audited() {
        return doors.jdbc
                .sql("select action from audit_entry where workspace_id = :workspace order by id")
                .param("workspace", acme.workspace().value())
                .query(String.class)
                .list();
    }

    private static void assertUnknown(Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(Problem.Code.NOT_FOUND));
    }
}
