package org.upturn.server.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.Score;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.MemberId;

/**
 * The SQL that finds cases. A list goes by urgency: open before closed; not yet contacted before contacted; then by priority
 * (see {@link Priority}); then the window that closes next.
 */
@Repository
class CaseList {
    private static final String SELECT = """
            select cases.id, cases.response_id, cases.contact_id, cases.program_id, cases.wave_id, response.score,
              previous.score as previous_score, cases.subtype, cases.peak, cases.silent, cases.priority,
              cases.owner_id,
              member.name as owner_name, cases.opened_at, cases.assigned_at, cases.contacted_at,
              cases.outcome, closure.closed_at
            from cases
            join response on response.workspace_id = cases.workspace_id and response.id = cases.response_id
            left join response previous on previous.workspace_id = response.workspace_id
              and previous.id = response.previous_response_id
            left join member on member.workspace_id = cases.workspace_id and member.id = cases.owner_id
            left join case_closure closure on closure.workspace_id = cases.workspace_id
              and closure.case_id = cases.id
              and closure.reopened_at is null
            """;

    /** As the indexes of open cases go, so that a page of a hundred thousand is read from its place on. */
    private static final String URGENCY = "cases.contacted, cases.rank, cases.contact_due_at, cases.id";

    private final JdbcClient jdbc;

    CaseList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Case> find(WorkspaceId workspace, CaseId id) {
        return jdbc.sql(SELECT + "where cases.workspace_id = :workspace and cases.id = :id")
                .param("workspace", workspace.value())
                .param("id", id.value())
                .query(CaseList::toCase)
                .optional();
    }

    Optional<Case> findByResponse(WorkspaceId workspace, ResponseId response) {
        return jdbc.sql(SELECT + "where cases.workspace_id = :workspace and cases.response_id = :response")
                .param("workspace", workspace.value())
                .param("response", response.value())
                .query(CaseList::toCase)
                .optional();
    }

    List<Case> ofContact(WorkspaceId workspace, ContactId contact) {
        return jdbc.sql(SELECT + """
                                where cases.workspace_id = :workspace
                                  and cases.contact_id = :contact
                                order by cases.opened_at desc, cases.id desc
                                """)
                .param("workspace", workspace.value())
                .param("contact", contact.value())
                .query(CaseList::toCase)
                .list();
    }

    /**
     * The cases of a slice are chosen first and only these are then put together with answers and people.
     *
     * @param after the last case of the slice before; by urgency, wherever it stands in that order now
     */
    List<Case> list(
            WorkspaceId workspace,
            Cases.Filter filter,
            Cases.Order order,
            @Nullable UUID after,
            int limit,
            Instant now) {
        return jdbc.sql(SELECT
                        + """
                                where cases.workspace_id = :workspace
                                  and cases.id = any(array(
                                    select cases.id
                                    from cases
                                    where cases.workspace_id = :workspace
                                      and (cast(:program as uuid) is null or cases.program_id = :program)
                                      and (cast(:wave as uuid) is null or cases.wave_id = :wave)
                                      and (cast(:subtype as text) is null or cases.subtype = :subtype)
                                      and (cast(:owner as uuid) is null or cases.owner_id = :owner)
                                      %s
                                      and (cast(:after as uuid) is null or %s)
                                    order by %s
                                    limit :limit))
                                order by %s
                                """.formatted(
                                        status(filter.status()) + attention(filter.attention()),
                                        later(by(filter, order), order),
                                        by(filter, order),
                                        by(filter, order)))
                .param("workspace", workspace.value())
                .param(
                        "program",
                        filter.program() == null ? null : filter.program().value())
                .param("wave", filter.wave() == null ? null : filter.wave().value())
                .param(
                        "subtype",
                        filter.subtype() == null ? null : filter.subtype().word())
                .param("owner", filter.owner() == null ? null : filter.owner().value())
                .param("after", after)
                .param("now", Rows.time(now))
                .param("limit", limit)
                .query(CaseList::toCase)
                .list();
    }

    private static String by(Cases.Filter filter, Cases.Order order) {
        return switch (order) {
            case URGENCY ->
                filter.status() == Cases.Filter.Status.ALL ? "cases.outcome is not null, " + URGENCY : URGENCY;
            case NEWEST -> "cases.id desc";
        };
    }

    private static String later(String by, Cases.Order order) {
        return switch (order) {
            case URGENCY ->
                "(" + by + ") > (select " + by
                        + " from cases where cases.workspace_id = :workspace and cases.id = :after)";
            case NEWEST -> "cases.id < :after";
        };
    }

    private static String attention(Cases.Filter.@Nullable Attention attention) {
        return switch (attention) {
            case null -> "";
            case UNASSIGNED -> " and cases.owner_id is null";
            case LATE -> " and not cases.contacted and cases.contact_due_at < :now";
            case SILENT -> " and cases.silent";
            case PEAK -> " and cases.peak is not null";
        };
    }

    /** Written into the statement, not bound to it, for only so are the few open cases found by their own index. */
    private static String status(Cases.Filter.Status status) {
        return switch (status) {
            case OPEN -> "and cases.outcome is null";
            case CLOSED -> "and cases.outcome is not null";
            case ALL -> "";
        };
    }

    /** The open cases of these people in a program, the latest first. */
    List<Cases.Open> open(WorkspaceId workspace, Collection<ContactId> contacts) {
        return jdbc.sql("""
                        select id, contact_id, program_id, wave_id
                        from cases
                        where workspace_id = :workspace
                          and contact_id = any(:contacts)
                          and outcome is null
                        order by opened_at desc, id desc
                        """)
                .param("workspace", workspace.value())
                .param("contacts", contacts.stream().map(ContactId::value).toArray(UUID[]::new))
                .query((row, n) -> new Cases.Open(
                        new CaseId(Rows.id(row, "id")),
                        new ContactId(Rows.id(row, "contact_id")),
                        new ProgramId(Rows.id(row, "program_id")),
                        new WaveId(Rows.id(row, "wave_id"))))
                .list();
    }

    long unassigned(WorkspaceId workspace, ProgramId program, Instant now) {
        return jdbc.sql("""
                        select count(*)
                        from cases
                        where cases.workspace_id = :workspace
                          and cases.program_id = :program
                          and cases.owner_id is null
                          and cases.assign_due_at < :now
                          and cases.outcome is null
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .param("now", Rows.time(now))
                .query(Long.class)
                .single();
    }

    private static Case toCase(ResultSet row, int n) throws SQLException {
        Integer previous = row.getObject("previous_score", Integer.class);
        Integer peak = row.getObject("peak", Integer.class);
        UUID owner = Rows.id(row, "owner_id");
        String outcome = row.getString("outcome");
        var openedAt = Rows.time(row, "opened_at");
        return new Case(
                new CaseId(Rows.id(row, "id")),
                new ResponseId(Rows.id(row, "response_id")),
                new ContactId(Rows.id(row, "contact_id")),
                new ProgramId(Rows.id(row, "program_id")),
                new WaveId(Rows.id(row, "wave_id")),
                new Score(row.getInt("score")),
                previous == null ? null : new Score(previous),
                Subtype.valueOf(row.getString("subtype").toUpperCase(Locale.ROOT)),
                peak == null ? null : new Score(peak),
                row.getBoolean("silent"),
                row.getInt("priority"),
                owner == null ? null : new MemberId(owner),
                row.getString("owner_name"),
                openedAt,
                Clocks.from(openedAt),
                Rows.timeOrNull(row, "assigned_at"),
                Rows.timeOrNull(row, "contacted_at"),
                outcome == null ? null : Outcome.of(outcome),
                Rows.timeOrNull(row, "closed_at"));
    }
}
