package org.upturn.server.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Role;

@UpturnTest
class SavedSearchTests {
    private static final Search SLOW = Search.of(Map.of("q", "slow", "group", "detractor"));

    @Autowired
    Doors doors;

    @Autowired
    SavedSearches saved;

    private Acme acme;
    private Member vic;

    @BeforeEach
    void inviteVic() {
        acme = doors.acme();
        vic = acme.member("Vic", Role.VIEWER);
    }

    @Test
    void onesOwnIsSeenByNobodyElseAndASharedOneByAll() {
        saved.save(vic, acme.program.id(), "Mine", SLOW, false);
        saved.save(acme.olga, acme.program.id(), "Ours", SLOW, true);
        saved.save(acme.olga, acme.program.id(), "Olga’s", SLOW, false);

        assertThat(names(vic)).containsExactly("Mine", "Ours");
        assertThat(names(acme.olga)).containsExactly("Olga’s", "Ours");
        assertThat(names(doors.acme().olga)).isEmpty();
    }

    @Test
    void aViewerSavesForOneselfOnly() {
        assertThatThrownBy(() -> saved.save(vic, acme.program.id(), "Ours", SLOW, true))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(Problem.Code.NOT_ALLOWED));
    }

    @Test
    void aNameIsTakenOnceByAMember() {
        saved.save(vic, acme.program.id(), "Slow", SLOW, false);
        saved.save(acme.olga, acme.program.id(), "Slow", SLOW, false);

        assertThatThrownBy(() -> saved.save(vic, acme.program.id(), " Slow ", SLOW, false))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(Problem.Code.CONFLICT));
    }

    @Test
    void onlyOnesOwnAndForManagersTheSharedOnesCanBeDeleted() {
        SavedSearch mine = saved.save(vic, acme.program.id(), "Mine", SLOW, false);
        SavedSearch ours = saved.save(acme.olga, acme.program.id(), "Ours", SLOW, true);

        assertThatThrownBy(() -> saved.delete(vic, ours.id())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> saved.delete(acme.olga, mine.id())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> saved.delete(doors.acme().olga, ours.id())).isInstanceOf(Problem.class);
        saved.delete(acme.member("Mia", Role.MANAGER), ours.id());
        assertThat(saved.delete(vic, mine.id()).query()).isEqualTo("q=slow&group=detractor");
        assertThat(names(vic)).isEmpty();
    }

    @Test
    void theApiSavesListsAndDeletes() {
        var api = acme.api(vic);
        String program = acme.program.id().value().toString();
        var told = Map.of("program", program, "name", "Slow", "query", "q=%22very+slow%22&group=detractor");

        String id =
                api.post("/api/v1/searches", told).expect(201).json().path("id").asString();

        assertThat(api.get("/api/v1/searches?program=" + program)
                        .expect(200)
                        .json()
                        .at("/items/0/query")
                        .asString())
                .isEqualTo("q=%22very+slow%22&group=detractor");
        api.delete("/api/v1/searches/" + id).expect(204);
        api.delete("/api/v1/searches/" + id).expect(404);
        for (String query : List.of("q=%zz", "nonsense", "colour=red", "group=fans", "a".repeat(20_000))) {
            api.post("/api/v1/searches", Map.of("program", program, "name", "X", "query", query))
                    .expect(422);
        }
        api.post("/api/v1/searches", Map.of("program", program, "name", " ", "query", "q=a"))
                .expect(422);
        api.post("/api/v1/searches", Map.of("name", "X", "query", "q=a")).expect(422);
    }

    private List<String> names(Member member) {
        return saved.list(member, null).stream().map(SavedSearch::name).toList();
    }
}
