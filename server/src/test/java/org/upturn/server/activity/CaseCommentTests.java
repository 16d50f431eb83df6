package org.upturn.server.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.alerts.messages.Alert;
import org.upturn.server.alerts.messages.AlertKind;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.FollowUp;
import org.upturn.server.cases.Outcome;
import org.upturn.server.changes.Changes;
import org.upturn.server.contacts.ContactDeletion;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Role;

@UpturnTest
class CaseCommentTests {
    @Autowired
    Doors doors;

    @Autowired
    CaseComments comments;

    @Autowired
    CaseActivity activity;

    @Autowired
    ContactDeletion deletion;

    private Acme acme;
    private Member rita;
    private Case item;

    @BeforeEach
    void begin() {
        acme = doors.acme();
        rita = acme.member("Rita", Role.RESPONDER);
        item = acme.caseOf(acme.answer(acme.wave("Q4"), acme.cleo, 3, "Support is slow now."));
        acme.awaitReadings();
    }

    @Test
    void whoIsNamedHearsOfItOnceWithTheWordsOfThePersonEvenWhenTheCaseIsClosed() {
        doors.cases.close(acme.olga, item.id(), Outcome.NO_CONTACT_POSSIBLE, "Left.");
        CaseComment said = comments.add(acme.olga, item.id(), "@Rita, do you know more?");
        comments.edit(acme.olga, item.id(), said.id(), "@Rita, do you know any more?");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> doors.alerts.of(acme.workspace(), rita.id()) > 0);

        var lines = doors.alerts.list(rita, null, 10).items();
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.alert().kind()).isEqualTo(AlertKind.MENTIONED);
            assertThat(line.alert().now().words()).hasToString("Given[text=Support is slow now.]");
            assertThat(line.alert().matter())
                    .isEqualTo(new Alert.Mentioned("Olga Brandt", "@Rita, do you know any more?"));
            assertThat(line.alert().round().waveName()).isEqualTo("Q4");
        });

        comments.delete(acme.olga, item.id(), said.id());
        assertThat(doors.alerts.list(rita, null, 10).items().getFirst().alert().matter())
                .as("what was deleted is not told")
                .isEqualTo(new Alert.Mentioned("Olga Brandt", ""));
    }

    @Test
    void onesOwnIsEditedAndDeletedWithATraceAndNobodyElsesIs() {
        CaseComment said = comments.add(acme.olga, item.id(), "She called.");
        assertThatThrownBy(() -> comments.edit(rita, item.id(), said.id(), "He called."))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> comments.delete(rita, item.id(), said.id())).isInstanceOf(Problem.class);
        comments.edit(acme.olga, item.id(), said.id(), "She called twice.");
        assertThat(comments.ofCase(acme.workspace(), item.id())).singleElement().satisfies(one -> {
            assertThat(one.words()).isEqualTo("She called twice.");
            assertThat(one.earlier()).containsExactly("She called.");
            assertThat(one.editedAt()).isNotNull();
        });
        comments.delete(acme.olga, item.id(), said.id());
        assertThat(comments.ofCase(acme.workspace(), item.id())).singleElement().satisfies(one -> {
            assertThat(one.words()).isEmpty();
            assertThat(one.earlier()).isEmpty();
            assertThat(one.deletedAt()).isNotNull();
        });
        assertThatThrownBy(() -> comments.add(acme.olga, item.id(), " ")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> comments.add(acme.olga, item.id(), "x".repeat(4_001)))
                .isInstanceOf(Problem.class);
    }

    @Test
    void theActivityTellsAllInOneOrderAndEscapesIt() {
        doors.cases.assign(acme.olga, item.id(), rita.id());
        doors.cases.logFollowUp(rita, item.id(), FollowUp.Kind.CONTACTED, "Rang <b>her</b>.");
        doors.cases.close(acme.olga, item.id(), Outcome.NO_CONTACT_POSSIBLE, "Left.");
        doors.cases.reopen(acme.olga, item.id());
        String theme = doors.codebooks
                .active(acme.workspace(), acme.program.id())
                .codebook()
                .themes()
                .getFirst()
                .id();
        doors.changes.make(
                acme.olga,
                acme.program.id(),
                new Changes.NewChange(theme, "A second person on support", "You told us."));

        assertThat(activity.of(acme.workspace(), item.id()))
                .extracting(CaseEvent::kind)
                .contains(
                        "invited",
                        "answered",
                        "opened",
                        "read",
                        "assigned",
                        "contacted",
                        "closed",
                        "reopened",
                        "changed")
                .startsWith("changed", "reopened");
        assertThat(activity.of(acme.workspace(), item.id()))
                .extracting(CaseEvent::words)
                .contains("Q4", "Q4: 3", "A second person on support");
        comments.add(acme.olga, item.id(), "<script>alert(1)</script>");
        String page = acme.browser()
                .get("/cases/" + item.id().value() + "/activity")
                .expect(200)
                .body();
        assertThat(page).contains("Rang &lt;b&gt;her", "&lt;script&gt;alert(1)").doesNotContain("<script>alert(1)");
        acme.browser(rita)
                .post("/cases/" + item.id().value() + "/comments", Map.of("words", "Seen."))
                .expect(303);
    }

    @Test
    void whatWasSaidAboutAPersonGoesWithThem() {
        CaseComment said = comments.add(acme.olga, item.id(), "Cleo is at home on Mondays.");
        comments.edit(acme.olga, item.id(), said.id(), "Cleo is at home on Tuesdays.");
        deletion.delete(acme.olga, acme.cleo.id());
        assertThat(comments.ofCase(acme.workspace(), item.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.words() + one.earlier()).isEqualTo("[]"));
    }
}
