package org.upturn.server.responses;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.Score;
import org.upturn.server.kernel.WorkspaceId;

/** Reads every version of an answer, as it was given. */
@Repository
class AnswerVersionRepository {
    private final JdbcClient jdbc;

    AnswerVersionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
