package org.upturn.server.cases;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;

/** The SQL that changes cases, and what is logged on them. */
@Repository
class CaseRepository {
    private final JdbcClient jdbc;

    CaseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens a case; false when the response has one. */
    boolean insert(WorkspaceId workspace, Response response, CaseFacts facts, Priority priority) {
        Clocks clocks = Clocks.from(response.changedAt());
        return jdbc.sql("""
                        insert into cases (workspace_id, id, response_id, contact_id, program_id, wave_id, subtype,
                          peak, silent, priority, renewal_near, opened_at, assign_due_at, contact_due_at)
                        values (:workspace, :id, :response, :contact, :program, :wave, :subtype,
                          :peak, :silent, :priority, :renewalNear, :openedAt, :assignBy, :contactBy)
                        on conflict (workspace_id, response_id) do nothing
                        """)
                        .param("workspace", workspace.value())
                        .param("id", facts.id().value())
                        .param("response", response.id().value())
                        .param("contact", response.contact().value())
                        .param("program", response.program().value())
                        .param("wave", response.wave().value())
                        .param("subtype", facts.subtype().word())
                        .param(
                                "peak",
                                facts.peak() == null ? null : facts.peak().value(),
                                Types.SMALLINT)
                        .param("silent", facts.silent())
                        .param("priority", priority.points())
                        .param("renewalNear", priority.countsRenewal())
                        .param("openedAt", Rows.time(response.changedAt()))
                        .param("assignBy", Rows.time(clocks.assignBy()))
                        .param("contactBy", Rows.time(clocks.contactBy()))
                        .update()
                == 1;
    }

    /** Holds the case until the end of the transaction, so that two people cannot close it at once. */
    void lock(WorkspaceId workspace, CaseId id) {
        jdbc.sql("select id from cases where workspace_id = :workspace and id = :id for update")
                .param("workspace", workspace.value())
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("problem.unknown.case"));
    }

    /** False when the response has no case. */
    boolean markRead(WorkspaceId workspace, ResponseId response, boolean silent, Instant now) {
        return jdbc.sql("""
                                update cases
                                set silent = :silent, read_at = coalesce(read_at, :now)
                                where workspace_id = :workspace
                                  and response_id = :response
                                """)
                        .param("workspace", workspace.value())
                        .param("response", response.value())
                        .param("silent", silent)
                        .param("now", Rows.time(now))
                        .update()
                == 1;
    }

    /** False when that is its priority already. */
    boolean prioritize(WorkspaceId workspace, CaseId id, Priority priority) {
        return jdbc.sql("""
                                update cases
                                set priority = :points, renewal_near = :renewalNear
                                where workspace_id = :workspace
                                  and id = :id
                                  and (priority, renewal_near) <> (:points, :renewalNear)
                                """)
                        .param("workspace", workspace.value())
                        .param("id", id.value())
                        .param("points", priority.points())
                        .param("renewalNear", priority.countsRenewal())
                        .update()
                == 1;
    }

    /** Keeps with the case whether the answer, as it stands now, is a detractor's. */
    void markDetractor(WorkspaceId workspace, ResponseId response, boolean detractor) {
        jdbc.sql("""
                        update cases
                        set still_detractor = :detractor
                        where workspace_id = :workspace
                          and response_id = :response
                        """)
                .param("workspace", workspace.value())
                .param("response", response.value())
                .param("detractor", detractor)
                .update();
    }

    void markContacted(WorkspaceId workspace, CaseId id, Instant now) {
        jdbc.sql("""
                        update cases
                        set contacted_at = :now
                        where workspace_id = :workspace
                          and id = :id
                          and (contacted_at is null or contacted_at > :now)
                        """)
                .param("workspace", workspace.value())
                .param("id", id.value())
                .param("now", Rows.time(now))
                .update();
    }

    UUID insert(Member by, CaseId id, FollowUp.Kind kind, String words, boolean happened, Instant now) {
        UUID followUp = Ids.next();
        jdbc.sql("""
                        insert into follow_up (workspace_id, id, case_id, kind, words, logged_by, logged_at, happened)
                        values (:workspace, :followUp, :id, :kind, :words, :by, :now, :happened)
                        """)
                .param("workspace", by.workspace().value())
                .param("followUp", followUp)
                .param("id", id.value())
                .param("kind", kind.word())
                .param("words", words)
                .param("by", by.id().value())
                .param("now", Rows.time(now))
                .param("happened", happened)
                .update();
        return followUp;
    }

    List<FollowUp> followUps(WorkspaceId workspace, CaseId id) {
        return jdbc.sql("""
                        select follow_up.id, follow_up.kind, follow_up.words, follow_up.logged_by, member.name, follow_up.logged_at,
                          follow_up.happened
                        from follow_up
                        join member on member.workspace_id = follow_up.workspace_id and member.id = follow_up.logged_by
                        where follow_up.workspace_id = :workspace
                          and follow_up.case_id = :id
                          and follow_up.taken_back_at is null
                        order by follow_up.logged_at, follow_up.id
                        """)
                .param("workspace", workspace.value())
                .param("id", id.value())
                .query((row, n) -> new FollowUp(
                        Rows.id(row, "id"),
                        FollowUp.Kind.of(row.getString("kind")),
                        row.getString("words"),
                        new MemberId(Rows.id(row, "logged_by")),
                        row.getString("name"),
                        Rows.time(row, "logged_at"),
                        row.getBoolean("happened")))
                .list();
    }
}
