package org.upturn.server.verbatims.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.surveys.ProgramId;

/** All SQL of reading what came in from elsewhere. */
@Repository
class BackfillRepository {
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final JdbcClient jdbc;

    BackfillRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A program with answers to be read. */
    record Due(WorkspaceId workspace, ProgramId program) {}

    /** Where it stands. */
    record Place(int asked, @Nullable UUID after) {}

    void ask(WorkspaceId workspace, ProgramId program, Instant now) {
        jdbc.sql("""
                        insert into reading_backfill (workspace_id, program_id, asked, asked_at)
                        values (:workspace, :program, 1, :now)
                        on conflict (workspace_id, program_id) do update
                        set asked = reading_backfill.asked + 1, asked_at = :now, after_id = null, done_at = null,
                          responses_read = case when reading_backfill.done_at is null then reading_backfill.responses_read else 0 end
                        where reading_backfill.workspace_id = :workspace
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .param("now", Rows.time(now))
                .update();
    }

    Optional<Backfill.Progress> progress(WorkspaceId workspace, ProgramId program) {
        return jdbc.sql("""
                        select responses_read, done_at is not null as over
                        from reading_backfill
                        where workspace_id = :workspace
                          and program_id = :program
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query((row, n) -> new Backfill.Progress(row.getInt("responses_read"), row.getBoolean("over")))
                .optional();
    }

    /** Looks at all workspaces. */
    List<Due> due(Instant now) {
        return jdbc.sql("""
                        -- every workspace
                        select workspace_id, program_id
                        from reading_backfill
                        where done_at is null
                          and (lease_until is null or lease_until < :now)
                        order by asked_at, program_id
                        limit 20
                        """)
                .param("now", Rows.time(now))
                .query((row, n) -> new Due(
                        new WorkspaceId(Rows.id(row, "workspace_id")), new ProgramId(Rows.id(row, "program_id"))))
                .list();
    }

    /** Takes or keeps the work; empty when somebody else has it or it is done. */
    Optional<Place> lease(Due due, UUID token, Instant now) {
        return jdbc.sql("""
                        update reading_backfill
                        set lease_token = :token, lease_until = :until
                        where workspace_id = :workspace
                          and program_id = :program
                          and done_at is null
                          and (lease_until is null or lease_until < :now or lease_token = :token)
                        returning asked, after_id
                        """)
                .param("workspace", due.workspace().value())
                .param("program", due.program().value())
                .param("token", token)
                .param("until", Rows.time(now.plus(LEASE)))
                .param("now", Rows.time(now))
                .query((row, n) -> new Place(row.getInt("asked"), row.getObject("after_id", UUID.class)))
                .optional();
    }

    /** The latest responses without a reading of their present words that nobody else is about to read. */
    List<ResponseId> unread(Due due, int version, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        select response.id
                        from response
                        where response.workspace_id = :workspace
                          and response.program_id = :program
                          and (cast(:after as uuid) is null or response.id < :after)
                          and not exists (
                            select 1
                            from reading
                            where reading.workspace_id = response.workspace_id
                              and reading.response_id = response.id
                              and reading.response_version = response.version
                              and reading.codebook_version = :version)
                          and not exists (
                            select 1
                            from reading_job
                            where reading_job.workspace_id = response.workspace_id
                              and reading_job.response_id = response.id)
                        order by response.id desc
                        limit :limit
                        """)
                .param("workspace", due.workspace().value())
                .param("program", due.program().value())
                .param("version", version)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new ResponseId(Rows.id(row, "id")))
                .list();
    }

    boolean advance(Due due, UUID token, UUID after, int read, Instant now) {
        return jdbc.sql("""
                                update reading_backfill
                                set after_id = :after, responses_read = responses_read + :read, lease_until = :until
                                where workspace_id = :workspace
                                  and program_id = :program
                                  and lease_token = :token
                                """)
                        .param("workspace", due.workspace().value())
                        .param("program", due.program().value())
                        .param("token", token)
                        .param("after", after)
                        .param("read", read)
                        .param("until", Rows.time(now.plus(LEASE)))
                        .update()
                == 1;
    }

    /** Those among them that still have no reading become jobs. */
    void enqueue(Due due, int version, List<ResponseId> batch, Instant now) {
        jdbc.sql("""
                        insert into reading_job (workspace_id, response_id, version, ready_at)
                        select response.workspace_id, response.id, response.version, :now
                        from response
                        where response.workspace_id = :workspace
                          and response.id = any(:batch)
                          and not exists (
                            select 1
                            from reading
                            where reading.workspace_id = response.workspace_id
                              and reading.response_id = response.id
                              and reading.response_version = response.version
                              and reading.codebook_version = :version)
                        on conflict (workspace_id, response_id) do nothing
                        """)
                .param("workspace", due.workspace().value())
                .param("version", version)
                .param("batch", batch.stream().map(ResponseId::value).toArray(UUID[]::new))
                .param("now", Rows.time(now))
                .update();
    }

    /** Done, unless more came in meanwhile. */
    void finish(Due due, UUID token, int asked, Instant now) {
        jdbc.sql("""
                        update reading_backfill
                        set done_at = case when asked = :asked then cast(:now as timestamptz) end, lease_token = null,
                          lease_until = null
                        where workspace_id = :workspace
                          and program_id = :program
                          and lease_token = :token
                        """)
                .param("workspace", due.workspace().value())
                .param("program", due.program().value())
                .param("token", token)
                .param("asked", asked)
                .param("now", Rows.time(now))
                .update();
    }

    void forget(WorkspaceId workspace, List<UUID> responses) {
        for (String table : List.of("coding", "reading", "reading_job")) {
            jdbc.sql("delete from " + table + " where workspace_id = :workspace and response_id = any(:responses)")
                    .param("workspace", workspace.value())
                    .param("responses", responses.toArray(UUID[]::new))
                    .update();
        }
    }
}
