package org.upturn.server.verbatims.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.ResponseId;

/** All SQL of reading again with what was learned. */
@Repository
class RelearningRepository {
    private static final Duration LEASE = Duration.ofSeconds(30);

    /** So long nobody gives another verdict before what was read earlier is read again. */
    private static final Duration REST = Duration.ofSeconds(2);

    private final JdbcClient jdbc;

    RelearningRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A codebook whose live version has readings that do not know the latest lesson. */
    record Due(WorkspaceId workspace, UUID codebook, int version, int lesson) {}

    /** Looks at all workspaces. */
    List<Due> due(Instant now) {
        return jdbc.sql("""
                        -- every workspace
                        select workspace_id, id, active_version, lesson
                        from codebook
                        where applied_lesson < lesson
                          and lesson_at < :rested
                          and (lease_until is null or lease_until < :now)
                        order by lesson_at, id
                        limit 20
                        """)
                .param("rested", Rows.time(now.minus(REST)))
                .param("now", Rows.time(now))
                .query((row, n) -> new Due(
                        new WorkspaceId(Rows.id(row, "workspace_id")),
                        Rows.id(row, "id"),
                        row.getInt("active_version"),
                        row.getInt("lesson")))
                .list();
    }

    /** Takes or keeps the work; false when somebody else has it or another version went live. */
    boolean lease(Due due, UUID token, Instant now) {
        return jdbc.sql("""
                                update codebook
                                set lease_token = :token, lease_until = :until
                                where workspace_id = :workspace
                                  and id = :codebook
                                  and active_version = :version
                                  and (lease_until is null or lease_until < :now or lease_token = :token)
                                """)
                        .param("workspace", due.workspace().value())
                        .param("codebook", due.codebook())
                        .param("version", due.version())
                        .param("token", token)
                        .param("until", Rows.time(now.plus(LEASE)))
                        .param("now", Rows.time(now))
                        .update()
                == 1;
    }

    /** Some answers whose reading does not know this lesson, in the order of their ids. */
    List<ResponseId> behind(Due due, int limit) {
        return jdbc.sql("""
                        select reading.response_id
                        from reading
                        join response on response.workspace_id = reading.workspace_id
                          and response.id = reading.response_id
                          and response.version = reading.response_version
                        where reading.workspace_id = :workspace
                          and reading.codebook_id = :codebook
                          and reading.codebook_version = :version
                          and reading.lesson < :lesson
                        order by reading.lesson, reading.response_id
                        limit :limit
                        """)
                .param("workspace", due.workspace().value())
                .param("codebook", due.codebook())
                .param("version", due.version())
                .param("lesson", due.lesson())
                .param("limit", limit)
                .query((row, n) -> new ResponseId(Rows.id(row, "response_id")))
                .list();
    }

    /** Notes that these answers are read with the lesson, also those that could not be read again. */
    void learned(Due due, List<ResponseId> responses, int lesson) {
        jdbc.sql("""
                        update reading
                        set lesson = :lesson
                        where workspace_id = :workspace
                          and codebook_id = :codebook
                          and codebook_version = :version
                          and response_id = any(:responses)
                        """)
                .param("workspace", due.workspace().value())
                .param("codebook", due.codebook())
                .param("version", due.version())
                .param("lesson", lesson)
                .param("responses", responses.stream().map(ResponseId::value).toArray(UUID[]::new))
                .update();
    }

    void finish(Due due, UUID token) {
        jdbc.sql("""
                        update codebook
                        set applied_lesson = greatest(applied_lesson, :lesson), lease_token = null, lease_until = null
                        where workspace_id = :workspace
                          and id = :codebook
                          and lease_token = :token
                        """)
                .param("workspace", due.workspace().value())
                .param("codebook", due.codebook())
                .param("lesson", due.lesson())
                .param("token", token)
                .update();
    }
}
