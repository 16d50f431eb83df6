package org.upturn.server.responses;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.Score;
import org.upturn.server.kernel.WorkspaceId;

/** Reads what came before an answer: its versions as they were given, and what the same person answered in earlier waves. */
@Repository
class AnswerHistoryRepository {
    private final JdbcClient jdbc;

    AnswerHistoryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Response> earlier(WorkspaceId workspace, ResponseId id) {
        return jdbc.sql(ResponseRepository.SELECT + """
                                join wave on wave.workspace_id = response.workspace_id and wave.id = response.wave_id
                                join response later on later.workspace_id = response.workspace_id
                                  and later.program_id = response.program_id
                                join wave later_wave on later_wave.workspace_id = later.workspace_id
                                  and later_wave.id = later.wave_id
                                where later.workspace_id = :workspace
                                  and later.id = :id
                                  and response.contact_id = any(array(
                                    select coalesce(asked.merged_into, asked.id)
                                    from response given
                                    join contact asked on asked.workspace_id = given.workspace_id
                                      and asked.id = given.contact_id
                                    where given.workspace_id = :workspace
                                      and given.id = :id
                                    union all
                                    select same.id
                                    from response given
                                    join contact asked on asked.workspace_id = given.workspace_id
                                      and asked.id = given.contact_id
                                    join contact same on same.workspace_id = asked.workspace_id
                                      and same.merged_into = coalesce(asked.merged_into, asked.id)
                                    where given.workspace_id = :workspace
                                      and given.id = :id))
                                  and (wave.opens_at, wave.id) < (later_wave.opens_at, later_wave.id)
                                order by wave.opens_at desc, wave.id desc, response.answered_at desc, response.id desc
                                """)
                .param("workspace", workspace.value())
                .param("id", id.value())
                .query(ResponseRepository::response)
                .list();
    }

    List<Response> ofContact(WorkspaceId workspace, ContactId contact) {
        return jdbc.sql(ResponseRepository.SELECT + """
                                join wave on wave.workspace_id = response.workspace_id and wave.id = response.wave_id
                                where response.workspace_id = :workspace
                                  and response.contact_id = :contact
                                order by wave.opens_at desc, wave.id desc
                                """)
                .param("workspace", workspace.value())
                .param("contact", contact.value())
                .query(ResponseRepository::response)
                .list();
    }

    List<AnswerVersion> versions(WorkspaceId workspace, ResponseId id) {
        return jdbc.sql("""
                        select version, score, verbatim, survey_id, language, answers, sent, answered_at
                        from response_version
                        where workspace_id = :workspace
                          and response_id = :id
                        order by version
                        """)
                .param("workspace", workspace.value())
                .param("id", id.value())
                .query((row, n) -> new AnswerVersion(
                        row.getInt("version"),
                        new Score(row.getInt("score")),
                        row.getString("verbatim"),
                        Rows.id(row, "survey_id"),
                        row.getString("language"),
                        StoredAnswers.of(row, "answers"),
                        row.getBoolean("sent"),
                        Rows.time(row, "answered_at")))
                .list();
    }
}
