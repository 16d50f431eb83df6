package org.upturn.server.discovery;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.workspaces.Member;

/** All SQL of what members decided about groups: it is no theme, or it became one. */
@Repository
class DecisionRepository {
    private final JdbcClient jdbc;
    private final Clock clock;

    DecisionRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The dismissed groups with all the people they ever had. */
    List<Lineage.Ancestor> dismissed(WorkspaceId workspace, ProgramId program) {
        return jdbc.sql("""
                        select group_id, responses, seen_at
                        from discovery_dismissal
                        where workspace_id = :workspace
                          and program_id = :program
                        order by dismissed_at, group_id
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query((row, n) -> new Lineage.Ancestor(
                        Rows.id(row, "group_id"),
                        Set.of((UUID[]) row.getArray("responses").getArray()),
                        Rows.time(row, "seen_at")))
                .list();
    }

    /** @return whether it was not dismissed yet */
    boolean dismiss(Member by, ProgramId program, FoundGroup group) {
        return jdbc.sql("""
                                insert into discovery_dismissal (workspace_id, program_id, group_id, responses, seen_at,
                                  dismissed_by, dismissed_at)
                                values (:workspace, :program, :group, :responses, :now, :member, :now)
                                on conflict (workspace_id, program_id, group_id) do nothing
                                """)
                        .param("workspace", by.workspace().value())
                        .param("program", program.value())
                        .param("group", group.id())
                        .param("responses", group.responses().toArray(UUID[]::new))
                        .param("member", by.id().value())
                        .param("now", Rows.time(clock.instant()))
                        .update()
                == 1;
    }

    /** A dismissed group that was found again is from now on known by those who have joined it, too. */
    void seenAgain(Scope scope, FoundGroup group, Instant computedAt) {
        jdbc.sql("""
                        update discovery_dismissal
                        set responses = array(
                            select distinct response
                            from unnest(discovery_dismissal.responses || :responses) as response
                            order by response),
                          seen_at = greatest(seen_at, :seen)
                        where workspace_id = :workspace
                          and program_id = :program
                          and group_id = :group
                        """)
                .param("workspace", scope.workspace().value())
                .param("program", scope.program().value())
                .param("group", group.id())
                .param("responses", group.responses().toArray(UUID[]::new))
                .param("seen", Rows.time(computedAt))
                .update();
    }

    /** @return whether it was dismissed */
    boolean bringBack(Member by, ProgramId program, UUID group) {
        return jdbc.sql("""
                                delete from discovery_dismissal
                                where workspace_id = :workspace
                                  and program_id = :program
                                  and group_id = :group
                                """)
                        .param("workspace", by.workspace().value())
                        .param("program", program.value())
                        .param("group", group)
                        .update()
                == 1;
    }

    /** The theme that was made of each group, whether it is still there or not. */
    Map<UUID, String> themes(WorkspaceId workspace, ProgramId program) {
        var themes = new HashMap<UUID, String>();
        jdbc.sql("""
                        select group_id, theme_key
                        from discovery_theme
                        where workspace_id = :workspace
                          and program_id = :program
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query(row -> {
                    themes.put(Rows.id(row, "group_id"), row.getString("theme_key"));
                });
        return themes;
    }

    void becameTheme(Member by, ProgramId program, UUID group, String theme) {
        jdbc.sql("""
                        insert into discovery_theme (workspace_id, program_id, group_id, theme_key, made_by, made_at)
                        values (:workspace, :program, :group, :theme, :member, :now)
                        on conflict (workspace_id, program_id, group_id) do update
                        set theme_key = excluded.theme_key, made_by = excluded.made_by, made_at = excluded.made_at
                        """)
                .param("workspace", by.workspace().value())
                .param("program", program.value())
                .param("group", group)
                .param("theme", theme)
                .param("member", by.id().value())
                .param("now", Rows.time(clock.instant()))
                .update();
    }
}
