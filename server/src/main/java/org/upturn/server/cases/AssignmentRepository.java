package org.upturn.server.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;

/** All SQL of whose a case is. */
@Repository
class AssignmentRepository {
    private final JdbcClient jdbc;

    AssignmentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void route(WorkspaceId workspace, ProgramId program, MemberId owner, @Nullable MemberId senior) {
        jdbc.sql("""
                        insert into case_routing (workspace_id, program_id, owner_id, senior_owner_id)
                        values (:workspace, :program, :owner, :senior)
                        on conflict (workspace_id, program_id) do update
                        set owner_id = excluded.owner_id, senior_owner_id = excluded.senior_owner_id
                        where case_routing.workspace_id = :workspace
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .param("owner", owner.value())
                .param("senior", senior == null ? null : senior.value())
                .update();
    }

    /** Open cases that have no owner, the most urgent first. */
    List<CaseId> nobodys(WorkspaceId workspace, ProgramId program, Subtype subtype, int most) {
        return jdbc.sql("""
                        select id
                        from cases
                        where workspace_id = :workspace and program_id = :program and subtype = :subtype
                          and owner_id is null and outcome is null
                        order by rank, contact_due_at, id
                        limit :most
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .param("subtype", subtype.word())
                .param("most", most)
                .query((row, n) -> new CaseId(Rows.id(row, "id")))
                .list();
    }

    /** Converted detractors go to the senior owner, when there is one (S4-16); the others to the loop owner. */
    Optional<MemberId> ownerFor(WorkspaceId workspace, ProgramId program, Subtype subtype) {
        return jdbc.sql("""
                        select case when :converted then coalesce(senior_owner_id, owner_id) else owner_id end as owner_id
                        from case_routing
                        where workspace_id = :workspace
                          and program_id = :program
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .param("converted", subtype == Subtype.CONVERTED)
                .query((row, n) -> new MemberId(Rows.id(row, "owner_id")))
                .optional();
    }

    /** An owner that rules chose. */
    record Routed(
            MemberId owner, @Nullable String rule, @Nullable MemberId covers, boolean forGood) {}

    void route(WorkspaceId workspace, CaseId id, Routed routed, Instant now) {
        jdbc.sql("""
                        with before as (
                          select owner_id from cases where workspace_id = :workspace and id = :id),
                        logged as (
                          insert into case_assignment (workspace_id, id, case_id, owner_id, assigned_at, rule, covers_for)
                          select :workspace, :assignment, :id, :owner, :now, :rule, :covers
                          from before
                          where before.owner_id is distinct from :owner)
                        update cases
                        set owner_id = :owner,
                          assigned_at = case when owner_id is distinct from :owner then :now else assigned_at end,
                          routed_at = case when :forGood then :now else routed_at end
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", workspace.value())
                .param("assignment", Ids.next())
                .param("id", id.value())
                .param("owner", routed.owner().value())
                .param("rule", routed.rule())
                .param(
                        "covers",
                        routed.covers() == null ? null : routed.covers().value())
                .param("forGood", routed.forGood())
                .param("now", Rows.time(now))
                .update();
    }

    boolean awaitsRouting(WorkspaceId workspace, CaseId id) {
        return jdbc.sql("""
                        select outcome is null and routed_at is null and contacted_at is null
                          and not exists (
                            select 1
                            from case_assignment
                            where case_assignment.workspace_id = :workspace
                              and case_assignment.case_id = :id
                              and case_assignment.assigned_by is not null)
                        from cases
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", workspace.value())
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /** Those of these that are open and whose they are, held until the end of the transaction, in one order always. */
    List<Had> holdOpen(WorkspaceId workspace, List<CaseId> ids) {
        return jdbc.sql("""
                        select id, owner_id
                        from cases
                        where workspace_id = :workspace
                          and id = any(:ids)
                          and outcome is null
                        order by id
                        for update
                        """)
                .param("workspace", workspace.value())
                .param("ids", array(ids))
                .query((row, n) -> {
                    UUID owner = Rows.id(row, "owner_id");
                    return new Had(new CaseId(Rows.id(row, "id")), owner == null ? null : new MemberId(owner));
                })
                .list();
    }

    /** Whose a case is; null for nobody's. */
    record Had(CaseId id, @Nullable MemberId owner) {}

    void assignAll(WorkspaceId workspace, List<CaseId> ids, MemberId owner, MemberId by, Instant now) {
        jdbc.sql("""
                        with told as (
                          select id, assignment
                          from unnest(:ids, :assignments) as told (id, assignment)),
                        logged as (
                          insert into case_assignment (workspace_id, id, case_id, owner_id, assigned_by, assigned_at)
                          select :workspace, told.assignment, told.id, :owner, :by, :now
                          from told)
                        update cases
                        set owner_id = :owner, assigned_at = :now, routed_at = coalesce(routed_at, :now)
                        from told
                        where cases.workspace_id = :workspace
                          and cases.id = told.id
                        """)
                .param("workspace", workspace.value())
                .param("ids", array(ids))
                .param("assignments", ids.stream().map(one -> Ids.next()).toArray(UUID[]::new))
                .param("owner", owner.value())
                .param("by", by.value())
                .param("now", Rows.time(now))
                .update();
    }

    /**
     * What a member gave away together with this case, when it was last given away by them, and whose each was before.
     *
     * @param to name of the owner since
     */
    record Given(CaseId id, String to, @Nullable MemberId before) {}

    List<Given> lastGiven(Member by, CaseId id) {
        return jdbc.sql("""
                        select given.case_id, owner.name, (
                          select earlier.owner_id
                          from case_assignment earlier
                          where earlier.workspace_id = :workspace and earlier.case_id = given.case_id
                            and (earlier.assigned_at, earlier.id) < (given.assigned_at, given.id)
                          order by earlier.assigned_at desc, earlier.id desc
                          limit 1) as before
                        from case_assignment given
                        join member owner on owner.workspace_id = :workspace and owner.id = given.owner_id
                        where given.workspace_id = :workspace
                          and given.assigned_by = :by
                          and given.assigned_at = (
                            select max(assigned_at)
                            from case_assignment
                            where workspace_id = :workspace and case_id = :id and assigned_by = :by)
                        order by given.case_id
                        """)
                .param("workspace", by.workspace().value())
                .param("id", id.value())
                .param("by", by.id().value())
                .query((row, n) -> {
                    UUID before = Rows.id(row, "before");
                    return new Given(
                            new CaseId(Rows.id(row, "case_id")),
                            row.getString("name"),
                            before == null ? null : new MemberId(before));
                })
                .list();
    }

    /** The way a case came to its owner, the last first. */
    List<Assignment> of(WorkspaceId workspace, CaseId id) {
        return jdbc.sql("""
                        select owner.name as owner, assigner.name as assigned_by, case_assignment.rule,
                          away.name as covers_for, case_assignment.assigned_at
                        from case_assignment
                        join member owner on owner.workspace_id = :workspace and owner.id = case_assignment.owner_id
                        left join member assigner on assigner.workspace_id = :workspace
                          and assigner.id = case_assignment.assigned_by
                        left join member away on away.workspace_id = :workspace
                          and away.id = case_assignment.covers_for
                        where case_assignment.workspace_id = :workspace
                          and case_assignment.case_id = :id
                        order by case_assignment.assigned_at desc, case_assignment.id desc
                        """)
                .param("workspace", workspace.value())
                .param("id", id.value())
                .query((row, n) -> new Assignment(
                        row.getString("owner"),
                        row.getString("assigned_by"),
                        row.getString("rule"),
                        row.getString("covers_for"),
                        Rows.time(row, "assigned_at")))
                .list();
    }

    long open(Member member) {
        return jdbc.sql(
                        "select count(*) from cases where workspace_id = :workspace and owner_id = :owner and outcome is null")
                .param("workspace", member.workspace().value())
                .param("owner", member.id().value())
                .query(Long.class)
                .single();
    }

    private static UUID[] array(List<CaseId> ids) {
        return ids.stream().map(CaseId::value).toArray(UUID[]::new);
    }
}
