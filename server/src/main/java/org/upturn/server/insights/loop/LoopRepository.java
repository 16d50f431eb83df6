package org.upturn.server.insights.loop;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
        // Merged people may have several answers that follow one: then it comes several times, with the earliest first.
        var found = new ArrayList<LoopCase>();
        chosen("""
                        with assigned as (
                          select case_id, min(assigned_at) as assigned_at
                          from case_assignment
                          where workspace_id = :workspace
                          group by case_id),
                        asked as (
                          select invitation.contact_id, max(wave.opens_at) as opens_at
                          from wave
                          join invitation on invitation.workspace_id = wave.workspace_id and invitation.wave_id = wave.id
                          where wave.workspace_id = :workspace
                            and wave.program_id = :program
                          group by invitation.contact_id)
                        select cases.id, cases.wave_id, response.score, cases.outcome,
                          cast(date_part('epoch', cases.read_at - cases.opened_at) as integer) as read_after,
                          cast(date_part('epoch', assigned.assigned_at - cases.opened_at) as integer) as assigned_after,
                          cast(date_part('epoch', cases.contacted_at - cases.opened_at) as integer) as contacted_after,
                          cast(date_part('epoch', closure.closed_at - cases.opened_at) as integer) as resolved_after,
                          coalesce(cases.contacted_at <= cases.contact_due_at, false) as in_time,
                          cast(date_part('epoch', cast(:now as timestamptz) - cases.opened_at) as integer) as waited,
                          next.score as next_score,
                          cast(date_part('epoch', next.answered_at - cases.opened_at) as integer) as next_after,
                          coalesce(asked.opens_at > wave.opens_at, false) as asked
                        from cases
                        join response on response.workspace_id = cases.workspace_id and response.id = cases.response_id
                        join wave on wave.workspace_id = cases.workspace_id and wave.id = cases.wave_id
                        join contact on contact.workspace_id = cases.workspace_id and contact.id = cases.contact_id
                        left join assigned on assigned.case_id = cases.id
                        left join case_closure closure on closure.workspace_id = cases.workspace_id
                          and closure.case_id = cases.id
                          and closure.reopened_at is null
                          and closure.outcome = 'resolved'
                        left join response next on next.workspace_id = cases.workspace_id
                          and next.previous_response_id = cases.response_id
                        left join asked on asked.contact_id = coalesce(contact.merged_into, contact.id)
                        where %s
                        order by cases.opened_at desc, cases.id desc, next.answered_at, next.id
                        """, workspace, filter).param("now", Rows.time(now)).query(row -> {
            if (found.isEmpty() || !found.getLast().id().equals(Rows.id(row, "id"))) {
                found.add(toCase(row));
            }
        });
        return found;
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

    /** These by name, in their order; who is erased meanwhile is left out. */
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
        return items.stream()
                .map(one -> found.get(one.id()))
                .filter(Objects::nonNull)
                .toList();
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

    private static LoopCase toCase(ResultSet row) throws SQLException {
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
