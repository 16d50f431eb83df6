package org.upturn.server.cases.routing;

import java.time.Instant;
import java.util.List;
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
import org.upturn.server.workspaces.MemberId;

/** The SQL that finds past detractors, with a case or, where they came from another tool, without. */
@Repository
class PastDetractors {
    private final JdbcClient jdbc;

    PastDetractors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A detractor and who had their case. @param silent as the case has it, or because they wrote nothing */
    record Past(
            ResponseId response,
            ContactId contact,
            Score score,
            @Nullable Score before,
            boolean silent,
            @Nullable MemberId owner) {}

    /** The most recent first. */
    List<Past> since(WorkspaceId workspace, ProgramId program, Instant since, int most) {
        return jdbc.sql("""
                        select response.id, response.contact_id, response.score, previous.score as previous_score,
                          coalesce(cases.silent, answer.verbatim = '') as silent, cases.owner_id
                        from response
                        join response_version answer on answer.workspace_id = :workspace
                          and answer.response_id = response.id
                          and answer.version = response.version
                        left join response previous on previous.workspace_id = :workspace
                          and previous.id = response.previous_response_id
                        left join cases on cases.workspace_id = :workspace and cases.response_id = response.id
                        where response.workspace_id = :workspace
                          and response.program_id = :program
                          and response.answered_at > :since
                          and response.score_group = 'detractor'
                        order by response.answered_at desc, response.id
                        limit :most
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .param("since", Rows.time(since))
                .param("most", most)
                .query((row, n) -> {
                    Integer before = row.getObject("previous_score", Integer.class);
                    UUID owner = Rows.id(row, "owner_id");
                    return new Past(
                            new ResponseId(Rows.id(row, "id")),
                            new ContactId(Rows.id(row, "contact_id")),
                            new Score(row.getInt("score")),
                            before == null ? null : new Score(before),
                            row.getBoolean("silent"),
                            owner == null ? null : new MemberId(owner));
                })
                .list();
    }
}
