package org.upturn.server.verbatims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.engine.Theme;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.kernel.Problem;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.verbatims.codebook.CodebookVersion.State;
import org.upturn.server.verbatims.codebook.Draft;
import org.upturn.server.verbatims.codebook.Drafts;
import org.upturn.server.verbatims.codebook.ThemeForm;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Role;

/** Editing a codebook touches a draft only, and nobody's edit is lost. */
@UpturnTest
class CodebookDraftTests {
    private static final ThemeForm DEAR = new ThemeForm("Too dear", "What it costs.", "It costs too much", "", "", "");
    private static final ThemeForm QUEUES = new ThemeForm(
            "Long queues", "Waiting in line.", "An hour in line\nThe queue was endless", "access", "Mo", "");

    @Autowired
    Doors doors;

    @Autowired
    Drafts drafts;

    private Acme acme;
    private Member olga;
    private ProgramId program;

    @BeforeEach
    void begin() {
        acme = doors.acme();
        olga = acme.olga;
        program = acme.program.id();
    }

    @Test
    void theFirstEditBeginsADraftAndWhatIsLiveStays() {
        assertThat(draft().isBegun()).isFalse();

        drafts.add(olga, program, QUEUES);

        assertThat(draft()).satisfies(draft -> {
            assertThat(draft.number()).isEqualTo(2);
            assertThat(draft.changes().count()).isEqualTo(1);
            assertThat(draft.theme("long-queues").orElseThrow().examples())
                    .containsExactly("An hour in line", "The queue was endless");
        });
        assertThat(doors.codebooks.active(acme.workspace(), program).codebook().theme("long-queues"))
                .isEmpty();
        assertThat(doors.codebooks.coming(acme.workspace(), program).state()).isEqualTo(State.DRAFT);
    }

    @Test
    void twoPeopleWhoChangeDifferentThemesDoNotDisturbEachOther() {
        Member mo = acme.member("Mo", Role.MANAGER);
        String slow = seen("slow-response");
        String price = seen("price-value");

        drafts.change(olga, program, "slow-response", slow, QUEUES);
        drafts.change(mo, program, "price-value", price, DEAR);

        assertThat(draft().changes().changed()).hasSize(2);
    }

    @Test
    void aDraftMadeAfterOneWasDiscardedIsNotTakenForIt() {
        drafts.change(olga, program, "slow-response", seen("slow-response"), QUEUES);
        int discarded = draft().revision();
        drafts.discard(olga, program, discarded);
        drafts.change(olga, program, "price-value", seen("price-value"), DEAR);

        assertThat(draft().revision()).isGreaterThan(discarded);
        assertConflict(() -> drafts.discard(olga, program, discarded));
    }

    @Test
    void twoThemesOfOneNameAreRefused() {
        drafts.change(olga, program, "slow-response", seen("slow-response"), QUEUES);
        assertThatThrownBy(() -> drafts.change(olga, program, "price-value", seen("price-value"), QUEUES))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("Long queues");
    }

    @Test
    void whoeverChangesWhatAnotherHasChangedMeanwhileIsToldAndLosesNothing() {
        String seen = seen("slow-response");
        drafts.change(olga, program, "slow-response", seen, QUEUES);
        Draft before = draft();

        assertConflict(() -> drafts.change(olga, program, "slow-response", seen, ThemeForm.EMPTY));
        assertConflict(() -> drafts.remove(olga, program, "slow-response", seen));
        assertConflict(() -> drafts.merge(olga, program, "slow-response", seen, "price-value"));
        assertConflict(() -> drafts.split(olga, program, "slow-response", seen, "X", Set.of()));
        assertConflict(() -> drafts.discard(olga, program, 0));
        assertThat(draft()).isEqualTo(before);
    }

    @Test
    void aDiscardedDraftIsGoneAndItsNumberIsFreeAgain() {
        drafts.add(olga, program, QUEUES);

        drafts.discard(olga, program, draft().revision());

        assertThat(doors.codebooks.versions(acme.workspace(), program)).hasSize(1);
        assertThat(draft().number()).isEqualTo(2);
        assertConflict(() -> drafts.discard(olga, program, null));
    }

    @Test
    void aThemeThatCannotBeTakenChangesNothing() {
        var nameless = new ThemeForm(" ", "x", "", "", "", "");
        var lost = new ThemeForm("Lost", "x", "", "", "", "nowhere");

        assertThatThrownBy(() -> drafts.add(olga, program, nameless)).hasMessageContaining("'name'");
        assertThatThrownBy(() -> drafts.add(olga, program, lost)).hasMessageContaining("'parent'");
        assertThat(doors.codebooks.coming(acme.workspace(), program)).isNull();
    }

    @Test
    void anEarlierVersionComesBackAsADraft() {
        drafts.remove(olga, program, "slow-response", seen("slow-response"));
        var first = doors.codebooks.content(acme.workspace(), program, 1);
        assertConflict(() -> drafts.returnTo(olga, program, 1));
        drafts.discard(olga, program, null);

        drafts.returnTo(olga, program, 1);

        assertThat(draft().content()).isEqualTo(first);
        assertThat(draft().changes().count()).isZero();
    }

    @Test
    void everyEditIsOnTheRecord() {
        drafts.add(olga, program, QUEUES);
        drafts.discard(olga, program, null);

        assertThat(doors.jdbc
                        .sql("select action from audit_entry where workspace_id = :workspace order by id")
                        .param("workspace", acme.workspace().value())
                        .query(String.class)
                        .list())
                .contains("codebook.draft-begun", "codebook.draft-edited", "codebook.draft-discarded");
    }

    private Draft draft() {
        return drafts.find(acme.workspace(), program);
    }

    private String seen(String theme) {
        return Draft.seen(draft().theme(theme).map(Theme.class::cast).orElseThrow());
    }

    private static void assertConflict(Runnable edit) {
        assertThatThrownBy(edit::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(Problem.Code.CONFLICT));
    }
}
