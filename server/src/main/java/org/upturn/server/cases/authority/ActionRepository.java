package org.upturn.server.cases.authority;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.Role;

/** All SQL of the catalogue. */
@Repository
class ActionRepository {
    private final JdbcClient jdbc;

    ActionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> currency(WorkspaceId workspace) {
        return jdbc.sql("select currency from spending_currency where workspace_id = :workspace")
                .param("workspace", workspace.value())
                .query(String.class)
                .optional();
    }

    void count(WorkspaceId workspace, String currency) {
        jdbc.sql("""
                        insert into spending_currency (workspace_id, currency)
                        values (:workspace, :currency)
                        on conflict (workspace_id) do update
                        set currency = excluded.currency
                        where spending_currency.workspace_id = :workspace
                        """)
                .param("workspace", workspace.value())
                .param("currency", currency)
                .update();
    }

    boolean hasAmounts(WorkspaceId workspace) {
        return jdbc.sql("""
                        select exists (
                          select 1
                          from case_action
                          where workspace_id = :workspace
                            and amount is not null)
                        """)
                .param("workspace", workspace.value())
                .query(Boolean.class)
                .single();
    }

    boolean isUsed(WorkspaceId workspace, UUID id) {
        return jdbc.sql("""
                        select exists (
                          select 1
                          from case_action
                          where workspace_id = :workspace
                            and action_id = :id)
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    List<LoopAction> list(WorkspaceId workspace) {
        Map<UUID, List<Limit>> limits = limits(workspace);
        return jdbc.sql("""
                        select id, kind, name, usual_amount
                        from loop_action
                        where workspace_id = :workspace
                          and retired_at is null
                        order by lower(name), id
                        """)
                .param("workspace", workspace.value())
                .query((row, n) -> new LoopAction(
                        Rows.id(row, "id"),
                        ActionKind.of(row.getString("kind")),
                        row.getString("name"),
                        row.getBigDecimal("usual_amount"),
                        limits.getOrDefault(Rows.id(row, "id"), List.of())))
                .list();
    }

    private Map<UUID, List<Limit>> limits(WorkspaceId workspace) {
        var limits = new HashMap<UUID, List<Limit>>();
        jdbc.sql("""
                        select action_id, role, per_case, per_month
                        from loop_action_limit
                        where workspace_id = :workspace
                        order by action_id, role desc
                        """).param("workspace", workspace.value()).query(row -> {
            limits.computeIfAbsent(Rows.id(row, "action_id"), id -> new ArrayList<>())
                    .add(new Limit(
                            Role.of(row.getString("role")),
                            row.getBigDecimal("per_case"),
                            row.getBigDecimal("per_month")));
        });
        return limits;
    }

    /** Holds the action until the end of the transaction, so that two cannot use up the same limit. */
    Optional<LoopAction> hold(WorkspaceId workspace, UUID id) {
        jdbc.sql("select id from loop_action where workspace_id = :workspace and id = :id for update")
                .param("workspace", workspace.value())
                .param("id", id)
                .query(UUID.class)
                .optional();
        return find(workspace, id);
    }

    /** Also one that is retired. */
    Optional<LoopAction> find(WorkspaceId workspace, UUID id) {
        Map<UUID, List<Limit>> limits = limits(workspace);
        return jdbc.sql("""
                        select id, kind, name, usual_amount
                        from loop_action
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .query((row, n) -> new LoopAction(
                        id,
                        ActionKind.of(row.getString("kind")),
                        row.getString("name"),
                        row.getBigDecimal("usual_amount"),
                        limits.getOrDefault(id, List.of())))
                .optional();
    }

    void insert(WorkspaceId workspace, LoopAction action, Instant now) {
        jdbc.sql("""
                        insert into loop_action (workspace_id, id, kind, name, usual_amount, added_at)
                        values (:workspace, :id, :kind, :name, :amount, :now)
                        """)
                .param("workspace", workspace.value())
                .param("id", action.id())
                .param("kind", action.kind().word())
                .param("name", action.name())
                .param("amount", action.usualAmount())
                .param("now", Rows.time(now))
                .update();
        limit(workspace, action);
    }

    void update(WorkspaceId workspace, LoopAction action) {
        jdbc.sql("""
                        update loop_action
                        set kind = :kind, name = :name, usual_amount = :amount
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", workspace.value())
                .param("id", action.id())
                .param("kind", action.kind().word())
                .param("name", action.name())
                .param("amount", action.usualAmount())
                .update();
        jdbc.sql("delete from loop_action_limit where workspace_id = :workspace and action_id = :id")
                .param("workspace", workspace.value())
                .param("id", action.id())
                .update();
        limit(workspace, action);
    }

    private void limit(WorkspaceId workspace, LoopAction action) {
        action.limits()
                .forEach(one -> jdbc.sql("""
                        insert into loop_action_limit (workspace_id, action_id, role, per_case, per_month)
                        values (:workspace, :id, :role, :perCase, :perMonth)
                        """)
                        .param("workspace", workspace.value())
                        .param("id", action.id())
                        .param("role", one.role().word())
                        .param("perCase", one.perCase())
                        .param("perMonth", one.perMonth())
                        .update());
    }

    void retire(WorkspaceId workspace, UUID id, Instant now) {
        jdbc.sql("""
                        update loop_action
                        set retired_at = :now
                        where workspace_id = :workspace
                          and id = :id
                          and retired_at is null
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .param("now", Rows.time(now))
                .update();
    }
}
