package org.upturn.server.cases.routing;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.cases.CaseId;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;

/** All SQL of what is handed over when somebody goes. */
@Repository
class HandoverRepository {
    private final JdbcClient jdbc;

    HandoverRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many programs name this member as loop owner or senior owner. */
    long named(Member member) {
        return jdbc.sql("""
                        select count(*)
                        from case_routing
                        where workspace_id = :workspace
                          and :member in (owner_id, senior_owner_id)
                        """)
                .param("workspace", member.workspace().value())
                .param("member", member.id().value())
                .query(Long.class)
                .single();
    }

    void name(WorkspaceId workspace, MemberId from, MemberId to) {
        jdbc.sql("""
                        update case_routing
                        set owner_id = case when owner_id = :from then :to else owner_id end,
                          senior_owner_id = case when senior_owner_id = :from then :to else senior_owner_id end
                        where workspace_id = :workspace
                          and :from in (owner_id, senior_owner_id)
                        """)
                .param("workspace", workspace.value())
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    /** Open cases of a member, held until the end of the transaction. */
    List<CaseId> openOf(WorkspaceId workspace, MemberId owner, int most) {
        return jdbc.sql("""
                        select id
                        from cases
                        where workspace_id = :workspace
                          and owner_id = :owner
                          and outcome is null
                        order by id
                        limit :most
                        for update
                        """)
                .param("workspace", workspace.value())
                .param("owner", owner.value())
                .param("most", most)
                .query((row, n) -> new CaseId(Rows.id(row, "id")))
                .list();
    }

    /** Programs in which a rule that is live, or in the draft, leads to this member. */
    List<ProgramId> leadingTo(Member member) {
        return jdbc.sql("""
                        select program_id
                        from (
                          select distinct on (program_id, live_at is null) program_id, rules
                          from routing_rules
                          where workspace_id = :workspace
                          order by program_id, live_at is null, version desc) now
                        where rules::text like '%' || :member || '%'
                        group by program_id
                        order by program_id
                        """)
                .param("workspace", member.workspace().value())
                .param("member", member.id().value().toString())
                .query((row, n) -> new ProgramId(Rows.id(row, "program_id")))
                .list();
    }
}
