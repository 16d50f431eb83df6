package org.upturn.server.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.alerts.messages.AlertKind;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.CaseNews;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.tracks.passives.PassiveGiven;
import org.upturn.server.workspaces.MemberId;

/** The SQL of alerts: what happened, and what was decided about it. */
@Repository
class AlertRepository {
    private final JdbcClient jdbc;
    private final Clock clock;

    AlertRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(CaseNews news) {
        jdbc.sql("""
                        insert into alert (workspace_id, id, case_id, program_id, kind, member_id, by_id, about_id,
                          happened_at, plan_at)
                        select :workspace, :id, cases.id, cases.program_id, :kind, :member, :by, :about, :now, :now
                        from cases
                        where cases.workspace_id = :workspace
                          and cases.id = :case
                        on conflict do nothing
                        """)
                .param("workspace", news.workspace().value())
                .param("id", Ids.next())
                .param("case", news.id().value())
                .param("kind", AlertKind.of(news.kind()).word())
                .param("member", news.to() == null ? null : news.to().value())
                .param("by", news.by() == null ? null : news.by().value())
                .param("about", news.about())
                .param("now", Rows.time(clock.instant()))
                .update();
    }

    void insert(PassiveGiven given, ResponseId response) {
        jdbc.sql("""
                        insert into alert (workspace_id, id, response_id, program_id, kind, member_id, by_id, happened_at,
                          plan_at)
                        values (:workspace, :id, :response, :program, :kind, :member, :by, :now, :now)
                        """)
                .param("workspace", given.workspace().value())
                .param("id", Ids.next())
                .param("response", response.value())
                .param("program", given.program().value())
                .param("kind", AlertKind.PASSIVE_GIVEN.word())
                .param("member", given.to().value())
                .param("by", given.by().value())
                .param("now", Rows.time(clock.instant()))
                .update();
    }

    /** Notes that a detractor was read whose case is nobody's, unless it is known already. */
    boolean insertUnowned(WorkspaceId workspace, ResponseId response) {
        return jdbc.sql("""
                        insert into alert (workspace_id, id, case_id, program_id, kind, happened_at, plan_at)
                        select :workspace, :id, cases.id, cases.program_id, 'unowned', :now, :now
                        from cases
                        where cases.workspace_id = :workspace
                          and cases.response_id = :response
                          and cases.owner_id is null
                          and cases.outcome is null
                          and cases.contact_due_at > :now
                          and not exists (
                            select 1
                            from alert
                            where alert.workspace_id = :workspace
                              and alert.case_id = cases.id)
                        on conflict do nothing
                        """)
                        .param("workspace", workspace.value())
                        .param("id", Ids.next())
                        .param("response", response.value())
                        .param("now", Rows.time(clock.instant()))
                        .update()
                == 1;
    }

    /** An alert whose time has come to be planned, held until the end of the transaction. */
    Optional<AlertRow> lockUnplanned(WorkspaceId workspace) {
        return jdbc.sql("""
                        select id, case_id, response_id, program_id, kind, member_id, by_id, about_id, happened_at
                        from alert
                        where workspace_id = :workspace
                          and planned_at is null
                          and plan_at <= :now
                        order by plan_at, id
                        limit 1
                        for update skip locked
                        """)
                .param("workspace", workspace.value())
                .param("now", Rows.time(clock.instant()))
                .query(AlertRepository::row)
                .optional();
    }

    void planLater(WorkspaceId workspace, UUID alert, Instant at) {
        jdbc.sql("update alert set plan_at = :at where workspace_id = :workspace and id = :id")
                .param("workspace", workspace.value())
                .param("id", alert)
                .param("at", Rows.time(at))
                .update();
    }

    void markPlanned(WorkspaceId workspace, UUID alert) {
        jdbc.sql("update alert set planned_at = :now where workspace_id = :workspace and id = :id")
                .param("workspace", workspace.value())
                .param("id", alert)
                .param("now", Rows.time(clock.instant()))
                .update();
    }

    /** Lets nobody else plan an alert of this case until the end of the transaction. */
    void lockCase(WorkspaceId workspace, CaseId item) {
        jdbc.sql("""
                        select id
                        from alert
                        where workspace_id = :workspace
                          and case_id = :case
                        order by id
                        limit 1
                        for update
                        """)
                .param("workspace", workspace.value())
                .param("case", item.value())
                .query(UUID.class)
                .single();
    }

    /** Whether no channel was told of this case before. */
    boolean isFirst(WorkspaceId workspace, CaseId item) {
        return jdbc.sql("""
                        select not exists (
                          select 1
                          from alert
                          join alert_delivery delivery on delivery.workspace_id = :workspace
                            and delivery.alert_id = alert.id
                            and delivery.channel_id is not null
                          where alert.workspace_id = :workspace
                            and alert.case_id = :case)
                        """)
                .param("workspace", workspace.value())
                .param("case", item.value())
                .query(Boolean.class)
                .single();
    }

    /** Lets the one that is to be planned next wait until then, so that it does not hold up the others. */
    void postponeNext(WorkspaceId workspace, Instant until) {
        jdbc.sql("""
                        update alert
                        set plan_at = :until
                        where workspace_id = :workspace
                          and id = (
                            select id
                            from alert
                            where workspace_id = :workspace
                              and planned_at is null
                              and plan_at <= :now
                            order by plan_at, id
                            limit 1)
                        """)
                .param("workspace", workspace.value())
                .param("until", Rows.time(until))
                .param("now", Rows.time(clock.instant()))
                .update();
    }

    List<AlertRow> findAll(WorkspaceId workspace, Collection<UUID> ids) {
        return jdbc.sql("""
                        select id, case_id, response_id, program_id, kind, member_id, by_id, about_id, happened_at
                        from alert
                        where workspace_id = :workspace
                          and id = any(:ids)
                        order by happened_at, id
                        """)
                .param("workspace", workspace.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query(AlertRepository::row)
                .list();
    }

    private static AlertRow row(ResultSet row, int n) throws SQLException {
        UUID item = Rows.id(row, "case_id");
        UUID response = Rows.id(row, "response_id");
        UUID to = Rows.id(row, "member_id");
        UUID by = Rows.id(row, "by_id");
        return new AlertRow(
                Rows.id(row, "id"),
                item == null ? null : new CaseId(item),
                response == null ? null : new ResponseId(response),
                new ProgramId(Rows.id(row, "program_id")),
                AlertKind.of(row.getString("kind")),
                to == null ? null : new MemberId(to),
                by == null ? null : new MemberId(by),
                Rows.id(row, "about_id"),
                Rows.time(row, "happened_at"));
    }
}
