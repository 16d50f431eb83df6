package org.upturn.server.tracks.greetings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.invitations.InvitationId;
import org.upturn.server.invitations.Invited;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.Member;

/** The SQL of greetings. */
@Repository
class GreetingRepository {
    /** A day comes back at the earliest after so many days: a greeting is never for the day itself, and never twice a year. */
    private static final int A_YEAR_OR_SO = 300;

    private final JdbcClient jdbc;

    GreetingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where there is something to greet for. */
    record Active(WorkspaceId workspace, ProgramId program) {}

    /** @param monthDay as MM-DD */
    record Celebrated(Invited person, String name, String monthDay) {}

    List<Active> active() {
        return jdbc.sql("""
                        -- every workspace
                        select distinct workspace_id, program_id from greeting
                        order by workspace_id, program_id
                        """)
                .query((row, n) -> new Active(
                        new WorkspaceId(Rows.id(row, "workspace_id")), new ProgramId(Rows.id(row, "program_id"))))
                .list();
    }

    List<Greeting> ofProgram(WorkspaceId workspace, ProgramId program) {
        return jdbc.sql("""
                        select milestone, attribute, subject, greeting, body
                        from greeting
                        where workspace_id = :workspace
                          and program_id = :program
                        order by milestone
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query((row, n) -> new Greeting(
                        Milestone.of(row.getString("milestone")),
                        row.getString("attribute"),
                        row.getString("subject"),
                        row.getString("greeting"),
                        row.getString("body")))
                .list();
    }

    void save(Member by, ProgramId program, List<Greeting> greetings, Instant now) {
        jdbc.sql("delete from greeting where workspace_id = :workspace and program_id = :program")
                .param("workspace", by.workspace().value())
                .param("program", program.value())
                .update();
        greetings.forEach(one -> jdbc.sql("""
                        insert into greeting (workspace_id, program_id, milestone, attribute, subject, greeting, body, made_by,
                          made_at)
                        values (:workspace, :program, :milestone, :attribute, :subject, :greeting, :body, :by, :now)
                        """)
                .param("workspace", by.workspace().value())
                .param("program", program.value())
                .param("milestone", one.milestone().word())
                .param("attribute", one.attribute())
                .param("subject", one.subject())
                .param("greeting", one.greeting())
                .param("body", one.body())
                .param("by", by.id().value())
                .param("now", Rows.time(now))
                .update());
    }

    /**
     * Whose day it is on one of these, whom the program has asked before, and who got no such greeting in the last 300 days.
     *
     * @param monthDays as MM-DD
     * @param today in the workspace's time zone
     */
    List<Celebrated> whose(
            Active of, Greeting greeting, List<String> monthDays, LocalDate today, ZoneId zone, int limit) {
        return jdbc.sql("""
                        select contact.id, contact.name, asked.id as invitation, asked.wave_id,
                          to_char(its.day, 'MM-DD') as month_day
                        from contact
                        join lateral (
                          select invitation.id, invitation.wave_id
                          from invitation
                          join wave on wave.workspace_id = :workspace
                            and wave.id = invitation.wave_id
                            and wave.program_id = :program
                          where invitation.workspace_id = :workspace
                            and invitation.contact_id = contact.id
                          order by invitation.id desc
                          limit 1) asked on true
                        cross join lateral (
                          select case cast(:milestone as text)
                            when 'known-since' then cast(contact.known_since at time zone :zone as date)
                            when 'first-answer' then (
                              select cast(min(response.answered_at) at time zone :zone as date)
                              from response
                              where response.workspace_id = :workspace
                                and response.program_id = :program
                                and response.contact_id = contact.id)
                            else cast(substring(contact.attributes ->> :attribute from '^\\d{4}-\\d{2}-\\d{2}$') as date)
                          end as day) its
                        where contact.workspace_id = :workspace
                          and contact.erased_at is null
                          and contact.merged_into is null
                          and to_char(its.day, 'MM-DD') = any(:days)
                          and its.day < cast(:latest as date)
                          and not exists (
                            select 1
                            from greeting_sent
                            where greeting_sent.workspace_id = :workspace
                              and greeting_sent.program_id = :program
                              and greeting_sent.milestone = :milestone
                              and greeting_sent.contact_id = contact.id
                              and greeting_sent.greeted_at > :since)
                        order by array_position(:days, to_char(its.day, 'MM-DD')), contact.id
                        limit :limit
                        """)
                .param("workspace", of.workspace().value())
                .param("program", of.program().value())
                .param("milestone", greeting.milestone().word())
                .param("attribute", greeting.attribute())
                .param("zone", zone.getId())
                .param("days", monthDays.toArray(String[]::new))
                .param("latest", today.minusDays(A_YEAR_OR_SO).toString())
                .param(
                        "since",
                        Rows.time(
                                today.minusDays(A_YEAR_OR_SO).atStartOfDay(zone).toInstant()))
                .param("limit", limit)
                .query((row, n) -> new Celebrated(
                        new Invited(
                                of.workspace(),
                                new InvitationId(Rows.id(row, "invitation")),
                                new WaveId(Rows.id(row, "wave_id")),
                                new ContactId(Rows.id(row, "id"))),
                        row.getString("name"),
                        row.getString("month_day")))
                .list();
    }

    /** False when another server was quicker. @param skip why no mail goes; null when one does */
    boolean keep(Active of, Milestone milestone, ContactId contact, int year, @Nullable String skip, Instant now) {
        return jdbc.sql("""
                        insert into greeting_sent (workspace_id, id, program_id, milestone, contact_id, year, skip, greeted_at)
                        values (:workspace, :id, :program, :milestone, :contact, :year, :skip, :now)
                        on conflict (workspace_id, program_id, milestone, contact_id, year) do nothing
                        """)
                        .param("workspace", of.workspace().value())
                        .param("id", Ids.next())
                        .param("program", of.program().value())
                        .param("milestone", milestone.word())
                        .param("contact", contact.value())
                        .param("year", year)
                        .param("skip", skip)
                        .param("now", Rows.time(now))
                        .update()
                == 1;
    }

    /** How many were greeted in the last year, or left out. */
    long greeted(WorkspaceId workspace, ProgramId program, Milestone milestone, Instant since) {
        return jdbc.sql("""
                        select count(*)
                        from greeting_sent
                        where workspace_id = :workspace
                          and program_id = :program
                          and milestone = :milestone
                          and skip is null
                          and greeted_at > :since
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .param("milestone", milestone.word())
                .param("since", Rows.time(since))
                .query(Long.class)
                .single();
    }
}
