package org.upturn.server.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.cases.views.InboxView;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Browser;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.kernel.Problem;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Role;

@UpturnTest
class InboxViewTests {
    @Autowired
    Doors doors;

    @Test
    void aViewIsKeptOpensTheInboxIsDeletedAndBroughtBack() {
        Acme acme = doors.acme();
        Browser olga = acme.browser();
        var form = Map.of("name", "Mine & <late>", "attention", "late", "mine", "true", "shared", "true");
        String kept = olga.post("/inbox-views", form)
                .expect(303)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(kept).endsWith("/cases?status=open&attention=late&mine=true");
        InboxView view = doors.inboxViews.list(acme.olga).getFirst();
        assertThat(olga.get("/cases").expect(200).body()).contains("Mine &amp; &lt;late");

        String path = "/inbox-views/" + view.id();
        olga.post(path + "/place", Map.of("first", "true")).expect(303);
        assertThat(olga.get("/cases").status()).isEqualTo(303);
        olga.get("/cases?status=open").expect(200);
        olga.post(path + "/deletion", Map.of()).expect(303);
        assertThat(doors.inboxViews.list(acme.olga)).isEmpty();
        assertThat(olga.get("/cases?status=open&deleted=" + view.id()).body()).contains(path + "/restoration");
        olga.post(path + "/restoration", Map.of()).expect(303);
        assertThat(doors.inboxViews.list(acme.olga)).hasSize(1);
        olga.post(path, Map.of("name", "Late and mine")).expect(303);
        assertThat(doors.inboxViews.list(acme.olga).getFirst().name()).isEqualTo("Late and mine");
        olga.post("/inbox-views", Map.of("name", "X", "status", "open&mine=true"))
                .expect(422);
    }

    @Test
    void whatWasGivenAwayTogetherStandsOnTheListItLeadsBackToAndIsGivenBackFromThere() {
        Acme acme = doors.acme();
        Browser olga = acme.browser();
        Member rita = acme.member("Rita", Role.RESPONDER);
        var wave = acme.wave("Q4");
        var one = acme.caseOf(acme.answer(wave, acme.dan, 2, "Bad.")).id();
        var other = acme.caseOf(acme.answer(wave, acme.ben, 3, "Bad.")).id();
        doors.cases.assign(acme.olga, one, acme.olga.id());
        doors.cases.assign(acme.olga, other, acme.olga.id());

        doors.assignments.assign(acme.olga, List.of(one, other), rita.id());
        String list = olga.get("/cases?status=open&assigned=" + other.value())
                .expect(200)
                .body();

        assertThat(list)
                .contains("/cases/assignments/undo")
                .contains(
                        one.value() + "=" + acme.olga.id().value(),
                        other.value() + "=" + acme.olga.id().value());
        assertThat(olga.post(
                                "/cases/assignments",
                                Map.of(
                                        "case",
                                        one.value().toString(),
                                        "owner",
                                        rita.id().value().toString()))
                        .expect(303)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/cases?status=open&assigned=" + one.value());
    }

    @Test
    void onesOwnCasesAreThoseOfAllPrograms() {
        Acme acme = doors.acme();
        Member rita = acme.member("Rita", Role.RESPONDER);
        var mine = acme.caseOf(acme.answer(acme.wave("Q4"), acme.dan, 2, "Bad."));
        doors.cases.assign(acme.olga, mine.id(), rita.id());
        var elsewhere = doors.surveys.create(acme.olga, new Surveys.NewProgram("Elsewhere", null, null, null));

        assertThat(acme.browser(rita)
                        .get("/cases?status=open&mine=true&program="
                                + elsewhere.id().value())
                        .expect(200)
                        .body())
                .contains(mine.id().value().toString());
        assertThat(acme.browser(rita)
                        .get("/?program=" + elsewhere.id().value())
                        .expect(200)
                        .body())
                .doesNotContain(mine.id().value().toString());
    }

    @Test
    void whatIsSharedIsSeenByAllAndChangedByManagersOnly() {
        Acme acme = doors.acme();
        Member rita = acme.member("Rita", Role.RESPONDER);
        InboxView shared = doors.inboxViews.save(acme.olga, "All late", "status=open&attention=late", true);
        InboxView own = doors.inboxViews.save(rita, "Hers", "status=open&mine=true", false);

        assertThat(doors.inboxViews.list(rita)).extracting(InboxView::name).containsExactly("All late", "Hers");
        assertThat(doors.inboxViews.list(acme.olga)).extracting(InboxView::name).containsExactly("All late");
        assertThatThrownBy(() -> doors.inboxViews.delete(rita, shared.id())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> doors.inboxViews.delete(acme.olga, own.id())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> doors.inboxViews.save(rita, "Ours", "status=open", true))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> doors.inboxViews.save(rita, "hers", "status=open", false))
                .as("one name, one view")
                .isInstanceOf(Problem.class);
    }
}
