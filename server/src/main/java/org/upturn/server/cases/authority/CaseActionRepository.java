package org.upturn.server.cases.authority;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.cases.CaseId;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;

/** All SQL of what is done for people. */
@Repository
class CaseActionRepository {
    private static final int MOST_WAITING = 100;

    private static final String SELECT = """
            select case_action.id, case_action.case_id, case_action.action_id, loop_action.name, loop_action.kind,
              case_action.amount, case_action.note, case_action.asked_by, asker.name as asked_by_name,
              case_action.asked_at, case_action.granted, case_action.decided_by as decider, decider.name as decided_by_name,
              case_action.decided_at, case_action.reason, undoer.name as undone_by_name, case_action.undone_at,
              case_action.undone_reason
            from case_action
            join loop_action on loop_action.workspace_id = case_action.workspace_id
              and loop_action.id = case_action.action_id
            join member asker on asker.workspace_id = case_action.workspace_id and asker.id = case_action.asked_by
            left join member decider on decider.workspace_id = case_action.workspace_id
              and decider.id = case_action.decided_by
            left join member undoer on undoer.workspace_id = case_action.workspace_id
              and undoer.id = case_action.undone_by
            """;

    private final JdbcClient jdbc;

    CaseActionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(
            Member by,
            UUID id,
            CaseId item,
            UUID action,
            @Nullable BigDecimal amount,
            String note,
            Instant now,
            boolean own) {
        jdbc.sql("""
                        insert into case_action (workspace_id, id, case_id, action_id, amount, note, asked_by, asked_at,
                          granted, decided_by, decided_at)
                        values (:workspace, :id, :case, :action, :amount, :note, :by, :now, :granted, :decider, :decidedAt)
                        """)
                .param("workspace", by.workspace().value())
                .param("id", id)
                .param("case", item.value())
                .param("action", action)
                .param("amount", amount)
                .param("note", note)
                .param("by", by.id().value())
                .param("now", Rows.time(now))
                .param("granted", own ? Boolean.TRUE : null)
                .param("decider", own ? by.id().value() : null)
                .param("decidedAt", own ? Rows.time(now) : null)
                .update();
    }

    /** False when it waits no longer. */
    boolean decide(Member by, UUID id, boolean granted, String reason, Instant now) {
        return jdbc.sql("""
                                update case_action
                                set granted = :granted, decided_by = :by, decided_at = :now, reason = :reason
                                where workspace_id = :workspace
                                  and id = :id
                                  and granted is null
                                  and undone_at is null
                                """)
                        .param("workspace", by.workspace().value())
                        .param("id", id)
                        .param("granted", granted)
                        .param("by", by.id().value())
                        .param("now", Rows.time(now))
                        .param("reason", reason)
                        .update()
                == 1;
    }

    /** False when it was declined or taken back before. */
    boolean undo(Member by, UUID id, String reason, Instant now) {
        return jdbc.sql("""
                                update case_action
                                set undone_by = :by, undone_at = :now, undone_reason = :reason
                                where workspace_id = :workspace
                                  and id = :id
                                  and granted is distinct from false
                                  and undone_at is null
                                """)
                        .param("workspace", by.workspace().value())
                        .param("id", id)
                        .param("by", by.id().value())
                        .param("now", Rows.time(now))
                        .param("reason", reason)
                        .update()
                == 1;
    }

    List<CaseAction> of(WorkspaceId workspace, CaseId id) {
        return jdbc.sql(SELECT + """
                                where case_action.workspace_id = :workspace
                                  and case_action.case_id = :case
                                order by case_action.asked_at, case_action.id
                                """)
                .param("workspace", workspace.value())
                .param("case", id.value())
                .query(CaseActionRepository::toAction)
                .list();
    }

    List<CaseAction> waiting(WorkspaceId workspace) {
        return jdbc.sql(SELECT + """
                                where case_action.workspace_id = :workspace
                                  and case_action.granted is null
                                  and case_action.undone_at is null
                                order by case_action.asked_at, case_action.id
                                limit :limit
                                """)
                .param("workspace", workspace.value())
                .param("limit", MOST_WAITING)
                .query(CaseActionRepository::toAction)
                .list();
    }

    /** What this action has cost for the case. */
    BigDecimal onCase(WorkspaceId workspace, UUID action, CaseId id) {
        return jdbc.sql("""
                        select coalesce(sum(amount), 0)
                        from case_action
                        where workspace_id = :workspace
                          and case_id = :case
                          and action_id = :action
                          and granted
                          and undone_at is null
                        """)
                .param("workspace", workspace.value())
                .param("case", id.value())
                .param("action", action)
                .query(BigDecimal.class)
                .single();
    }

    /** What this member has decided on with the action since then. */
    BigDecimal inMonth(Member member, UUID action, Instant since) {
        return jdbc.sql("""
                        select coalesce(sum(amount), 0)
                        from case_action
                        where workspace_id = :workspace
                          and decided_by = :member
                          and decided_at >= :since
                          and action_id = :action
                          and granted
                          and undone_at is null
                        """)
                .param("workspace", member.workspace().value())
                .param("member", member.id().value())
                .param("since", Rows.time(since))
                .param("action", action)
                .query(BigDecimal.class)
                .single();
    }

    Map<CaseId, BigDecimal> costs(WorkspaceId workspace, List<CaseId> ids) {
        var costs = new HashMap<CaseId, BigDecimal>();
        jdbc.sql("""
                        select case_id, sum(amount) as total
                        from case_action
                        where workspace_id = :workspace
                          and case_id = any(:ids)
                          and amount is not null
                          and granted
                          and undone_at is null
                        group by case_id
                        """)
                .param("workspace", workspace.value())
                .param("ids", ids.stream().map(CaseId::value).toArray(UUID[]::new))
                .query(row -> {
                    costs.put(new CaseId(Rows.id(row, "case_id")), row.getBigDecimal("total"));
                });
        return costs;
    }

    private static CaseAction toAction(ResultSet row, int n) throws SQLException {
        UUID decider = Rows.id(row, "decider");
        return new CaseAction(
                Rows.id(row, "id"),
                new CaseId(Rows.id(row, "case_id")),
                Rows.id(row, "action_id"),
                row.getString("name"),
                ActionKind.of(row.getString("kind")),
                row.getBigDecimal("amount"),
                row.getString("note"),
                new MemberId(Rows.id(row, "asked_by")),
                row.getString("asked_by_name"),
                Rows.time(row, "asked_at"),
                row.getObject("granted", Boolean.class),
                row.getString("decided_by_name"),
                decider == null ? null : new MemberId(decider),
                Rows.timeOrNull(row, "decided_at"),
                row.getString("reason"),
                row.getString("undone_by_name"),
                Rows.timeOrNull(row, "undone_at"),
                row.getString("undone_reason"));
    }
}
