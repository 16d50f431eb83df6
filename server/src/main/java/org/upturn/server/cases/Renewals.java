package org.upturn.server.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.Workspaces;

/**
 * Days go by without anybody touching a case: one whose account is renewed soon now moves up, one whose renewal has passed, or
 * was put off, moves down again.
 */
@Component
public class Renewals {
    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final CaseRepository repository;
    private final CaseList lists;
    private final Facts facts;
    private final Workspaces workspaces;
    private final Clock clock;

    Renewals(
            JdbcClient jdbc,
            CaseRepository repository,
            CaseList lists,
            Facts facts,
            Workspaces workspaces,
            Clock clock) {
        this.jdbc = jdbc;
        this.repository = repository;
        this.lists = lists;
        this.facts = facts;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /** The workspaces that know when an account renews. */
    public List<WorkspaceId> workspaces() {
        return jdbc.sql("""
                        -- every workspace
                        select distinct workspace_id
                        from account
                        where renews_on is not null
                        """)
                .query((row, n) -> new WorkspaceId(Rows.id(row, "workspace_id")))
                .list();
    }

    /**
     * Gives some open cases the place that they should have today. Another server takes others; what is right already is left
     * alone.
     *
     * @return how many moved
     */
    @Transactional
    public int look(WorkspaceId workspace) {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), workspaces.find(workspace).timeZone());
        int moved = 0;
        for (CaseId id : misplaced(workspace, today)) {
            CaseFacts known = lists.find(workspace, id)
                    .map(item -> facts.of(workspace, item))
                    .orElseThrow();
            moved += repository.prioritize(workspace, id, facts.priority(workspace, known)) ? 1 : 0;
        }
        return moved;
    }

    /** Those whose priority counts a renewal that is not near, or does not count one that is; of a merged person, the survivor's. */
    private List<CaseId> misplaced(WorkspaceId workspace, LocalDate today) {
        return jdbc.sql("""
                        select cases.id
                        from cases
                        join contact on contact.workspace_id = cases.workspace_id and contact.id = cases.contact_id
                        left join contact survivor on survivor.workspace_id = contact.workspace_id
                          and survivor.id = contact.merged_into
                        left join account on account.workspace_id = contact.workspace_id
                          and account.id = case when contact.merged_into is null then contact.account_id else survivor.account_id end
                        where cases.workspace_id = :workspace
                          and cases.outcome is null
                          and cases.renewal_near <> coalesce(account.renews_on between :today and :until, false)
                        order by cases.id
                        limit :most
                        for update of cases skip locked
                        """)
                .param("workspace", workspace.value())
                .param("today", today.toString())
                .param("until", today.plusDays(Priority.RENEWAL_DAYS).toString())
                .param("most", AT_ONCE)
                .query((row, n) -> new CaseId(Rows.id(row, "id")))
                .list();
    }
}
