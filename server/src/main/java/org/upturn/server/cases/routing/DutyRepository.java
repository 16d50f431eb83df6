package org.upturn.server.cases.routing;

import java.sql.Array;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.MemberId;

/** All SQL of who is there. */
@Repository
class DutyRepository {
    private final JdbcClient jdbc;

    DutyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Duty at(WorkspaceId workspace, Instant now, ZoneId zone) {
        // A day to each side, for the time zones of those who told theirs.
        LocalDate today = now.atZone(zone).toLocalDate();
        return new Duty(
                now, absences(workspace, today.minusDays(1)), () -> hours(workspace), () -> load(workspace), zone);
    }

    /** Leave that ends on this day or later, the next first. */
    List<Absence> absences(WorkspaceId workspace, LocalDate from) {
        return jdbc.sql("""
                        select member_absence.id, member_id, first_day, last_day, cover_id
                        from member_absence
                        join member on member.workspace_id = :workspace and member.id = member_absence.member_id
                        where member_absence.workspace_id = :workspace
                          and last_day >= :from
                          and member.left_at is null
                        order by first_day, member_absence.id
                        """)
                .param("workspace", workspace.value())
                .param("from", from.toString())
                .query((row, n) -> {
                    UUID cover = Rows.id(row, "cover_id");
                    return new Absence(
                            Rows.id(row, "id"),
                            new MemberId(Rows.id(row, "member_id")),
                            LocalDate.parse(row.getString("first_day")),
                            LocalDate.parse(row.getString("last_day")),
                            cover == null ? null : new MemberId(cover));
                })
                .list();
    }

    Map<MemberId, WorkingHours> hours(WorkspaceId workspace) {
        var hours = new HashMap<MemberId, WorkingHours>();
        jdbc.sql("""
                        select member_id, days, starts, ends, time_zone
                        from working_hours
                        where workspace_id = :workspace
                        """).param("workspace", workspace.value()).query(row -> {
            hours.put(
                    new MemberId(Rows.id(row, "member_id")),
                    new WorkingHours(
                            days(row.getArray("days")),
                            LocalTime.parse(row.getString("starts")),
                            LocalTime.parse(row.getString("ends")),
                            ZoneId.of(row.getString("time_zone"))));
        });
        return hours;
    }

    private static java.util.Set<DayOfWeek> days(Array array) throws java.sql.SQLException {
        return Arrays.stream((Number[]) array.getArray())
                .map(day -> DayOfWeek.of(day.intValue()))
                .collect(Collectors.toSet());
    }

    /** Open cases of each member who has any. */
    Map<MemberId, Long> load(WorkspaceId workspace) {
        var load = new HashMap<MemberId, Long>();
        jdbc.sql("""
                        select owner_id, count(*) as cases
                        from cases
                        where workspace_id = :workspace
                          and outcome is null
                          and owner_id is not null
                        group by owner_id
                        """).param("workspace", workspace.value()).query(row -> {
            load.put(new MemberId(Rows.id(row, "owner_id")), row.getLong("cases"));
        });
        return load;
    }

    void add(WorkspaceId workspace, Absence absence) {
        jdbc.sql("""
                        insert into member_absence (workspace_id, id, member_id, first_day, last_day, cover_id)
                        values (:workspace, :id, :member, :first, :last, :cover)
                        """)
                .param("workspace", workspace.value())
                .param("id", absence.id())
                .param("member", absence.member().value())
                .param("first", absence.first().toString())
                .param("last", absence.last().toString())
                .param("cover", absence.cover() == null ? null : absence.cover().value())
                .update();
    }

    /** Lets somebody else stand in from this day on; nobody stands in for themselves. */
    void coverInstead(WorkspaceId workspace, MemberId from, MemberId to, LocalDate today) {
        jdbc.sql("""
                        update member_absence
                        set cover_id = nullif(:to, member_id)
                        where workspace_id = :workspace
                          and cover_id = :from
                          and last_day >= :today
                        """)
                .param("workspace", workspace.value())
                .param("from", from.value())
                .param("to", to.value())
                .param("today", today.toString())
                .update();
    }

    boolean remove(WorkspaceId workspace, UUID id) {
        return jdbc.sql("delete from member_absence where workspace_id = :workspace and id = :id")
                        .param("workspace", workspace.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    void keep(WorkspaceId workspace, MemberId member, WorkingHours hours) {
        jdbc.sql("""
                        insert into working_hours (workspace_id, member_id, days, starts, ends, time_zone)
                        values (:workspace, :member, :days, :starts, :ends, :zone)
                        on conflict (workspace_id, member_id) do update
                        set days = excluded.days, starts = excluded.starts, ends = excluded.ends,
                          time_zone = excluded.time_zone
                        where working_hours.workspace_id = :workspace
                        """)
                .param("workspace", workspace.value())
                .param("member", member.value())
                .param(
                        "days",
                        hours.days().stream().map(DayOfWeek::getValue).sorted().toArray(Integer[]::new))
                .param("starts", hours.starts().toString())
                .param("ends", hours.ends().toString())
                .param("zone", hours.zone().getId())
                .update();
    }
}
