package org.upturn.server.insights.loop;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.cases.Outcome;
import org.upturn.server.cases.Subtype;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.Score;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.WaveId;

/** The SQL of the figures of the loop: whole sets, never a query a case. */
@Repository
class LoopRepository {
    private static final String CHOSEN = """
            cases.workspace_id = :workspace
              and cases.program_id = :program
              and cases.wave_id = any(:waves)
              and cases.still_detractor
              and (cast(:subtype as text) is null or cases.subtype = :subtype)
            """;

    private final JdbcClient jdbc;

    LoopRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next answer is the earliest that follows this one in the program; a merged person's is the survivor's. */
    List<LoopCase> cases(WorkspaceId workspace, LoopFilter filter, Instant now) {
        return chosen("""
                        with chosen as materialized (
                          select cases.id, cases.response_id, cases.contact_id, cases.wave_id, cases.outcome, cases.opened_at,
                            cases.read_at, cases.contacted_at, cases.contact_due_at
                          from cases
                          where %s),
                        assigned as (
                          select case_assignment.case_id, min(case_assignment.assigned_at) as assigned_at
                          from case_assignment
                          join chosen on chosen.id = case_assignment.case_id
                          where case_assignment.workspace_id = :workspace
                          group by case_assignment.case_id),
                        resolved as (
                          select case_closure.case_id, case_closure.closed_at
                          from case_closure
                          join chosen on chosen.id = case_closure.case_id
                          where case_closure.workspace_id = :workspace
                            and case_closure.reopened_at is null
                            and case_closure.outcome = 'resolved'),
                        next as (
                          select distinct on (response.previous_response_id) response.previous_response_id, response.score,
                            response.answered_at
                          from response
                          join chosen on chosen.response_id = response.previous_response_id
                          where response.workspace_id = :workspace
                            and response.program_id = :program
                          order by response.previous_response_id, response.answered_at, response.id),
                        asked as (
                          select distinct chosen.id
                          from chosen
                          join wave mine on mine.workspace_id = :workspace and mine.id = chosen.wave_id
                          join contact on contact.workspace_id = :workspace and contact.id = chosen.contact_id
                          join invitation on invitation.workspace_id = :workspace
                            and invitation.contact_id = coalesce(contact.merged_into, contact.id)
                          join wave later on later.workspace_id = :workspace and later.id = invitation.wave_id
                          where later.program_id = :program
                            and (later.opens_at, later.id) > (mine.opens_at, mine.id))
                        select chosen.id, chosen.wave_id, response.score, chosen.outcome,
                          cast(extract(epoch from chosen.read_at - chosen.opened_at) as integer) as read_after,
                          cast(extract(epoch from assigned.assigned_at - chosen.opened_at) as integer) as assigned_after,
                          cast(extract(epoch from chosen.contacted_at - chosen.opened_at) as integer) as contacted_after,
                          cast(extract(epoch from resolved.closed_at - chosen.opened_at) as integer) as resolved_after,
                          coalesce(chosen.contacted_at <= chosen.contact_due_at, false) as in_time,
                          cast(extract(epoch from cast(:now as timestamptz) - chosen.opened_at) as integer) as waited,
                          next.score as next_score,
                          cast(extract(epoch from next.answered_at - chosen.opened_at) as integer) as next_after,
                          asked.id is not null as asked
                        from chosen
                        join response on response.workspace_id = :workspace and response.id = chosen.response_id
                        left join assigned on assigned.case_id = chosen.id
                        left join resolved on resolved.case_id = chosen.id
                        left join next on next.previous_response_id = chosen.response_id
                        left join asked on asked.id = chosen.id
                        order by chosen.opened_at desc, chosen.id desc
                        """, workspace, filter)
                .param("now", Rows.time(now))
                .query(LoopRepository::toCase)
                .list();
    }

    /** What was done, by nobody taken back. */
    List<ActionUse> uses(WorkspaceId workspace, LoopFilter filter) {
        return chosen("""
                        select case_action.case_id, loop_action.name, coalesce(case_action.amount, 0) as amount
                        from case_action
                        join loop_action on loop_action.workspace_id = case_action.workspace_id
                          and loop_action.id = case_action.action_id
                        join cases on cases.workspace_id = case_action.workspace_id and cases.id = case_action.case_id
                        where %s
                          and case_action.workspace_id = :workspace
                          and case_action.granted
                          and case_action.undone_at is null
                        order by case_action.asked_at, case_action.id
                        """, workspace, filter)
                .query((row, n) ->
                        new ActionUse(Rows.id(row, "case_id"), row.getString("name"), row.getBigDecimal("amount")))
                .list();
    }

    /** These by name, in their order. */
    List<LoopPerson> people(WorkspaceId workspace, List<LoopCase> items) {
        Map<UUID, LoopPerson> found = new HashMap<>();
        Map<UUID, LoopCase> known = new HashMap<>();
        items.forEach(one -> known.put(one.id(), one));
        jdbc.sql("""
                        select cases.id, contact.name, contact.external_id, wave.name as wave, cases.subtype,
                          member.name as owner, cases.opened_at, coalesce(spent.total, 0) as cost
                        from cases
                        join contact on contact.workspace_id = cases.workspace_id and contact.id = cases.contact_id
                        join wave on wave.workspace_id = cases.workspace_id and wave.id = cases.wave_id
                        left join member on member.workspace_id = cases.workspace_id and member.id = cases.owner_id
                        left join (
                          select case_action.case_id, sum(case_action.amount) as total
                          from case_action
                          where case_action.workspace_id = :workspace
                            and case_action.case_id = any(:ids)
                            and case_action.granted
                            and case_action.undone_at is null
                          group by case_action.case_id) as spent on spent.case_id = cases.id
                        where cases.workspace_id = :workspace
                          and cases.id = any(:ids)
                        """)
                .param("workspace", workspace.value())
                .param("ids", known.keySet().toArray(UUID[]::new))
                .query(row -> {
                    UUID id = Rows.id(row, "id");
                    found.put(id, toPerson(known.get(id), row));
                });
        return items.stream().map(one -> found.get(one.id())).toList();
    }

    private JdbcClient.StatementSpec chosen(String sql, WorkspaceId workspace, LoopFilter filter) {
        return jdbc.sql(sql.formatted(CHOSEN))
                .param("workspace", workspace.value())
                .param("program", filter.program().value())
                .param(
                        "waves",
                        filter.waves().stream().map(wave -> wave.id().value()).toArray(UUID[]::new))
                .param(
                        "subtype",
                        filter.subtype() == null ? null : filter.subtype().word());
    }

    private static LoopCase toCase(ResultSet row, int n) throws SQLException {
        var after = new EnumMap<Leg, Integer>(Leg.class);
        for (Leg leg : Leg.values()) {
            Integer seconds = row.getObject(leg.word() + "_after", Integer.class);
            if (seconds != null) {
                after.put(leg, Math.max(0, seconds));
            }
        }
        String outcome = row.getString("outcome");
        return new LoopCase(
                Rows.id(row, "id"),
                new WaveId(Rows.id(row, "wave_id")),
                new Score(row.getInt("score")),
                after,
                row.getBoolean("in_time"),
                outcome == null ? null : Outcome.of(outcome),
                Math.max(0, row.getInt("waited")),
                score(row.getObject("next_score", Integer.class)),
                row.getObject("next_after", Integer.class),
                row.getBoolean("asked"));
    }

    private static @Nullable Score score(@Nullable Integer value) {
        return value == null ? null : new Score(value);
    }

    private static LoopPerson toPerson(LoopCase item, ResultSet row) throws SQLException {
        BigDecimal cost = row.getBigDecimal("cost");
        return new LoopPerson(
                item,
                row.getString("name"),
                row.getString("external_id"),
                row.getString("wave"),
                Subtype.valueOf(row.getString("subtype").toUpperCase(Locale.ROOT)),
                row.getString("owner"),
                Rows.time(row, "opened_at"),
                cost);
    }
}
