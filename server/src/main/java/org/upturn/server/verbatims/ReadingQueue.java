package org.upturn.server.verbatims;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.ResponseId;

/**
 * The queue of verbatims to be read: a table, so that a job is stored with its response and survives any crash. A
 * reader leases some jobs, works outside of any transaction, and finishes them under its token; a lease that runs out
 * (its reader died) makes the job ready again.
 */
@Repository
class ReadingQueue {
    /**
     * So many are read and stored together: enough to share the cost of a transaction, few enough that the first does not
     * wait long for the last.
     */
    static final int BATCH = 8;

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** From this many attempts on a job counts as stuck. */
    private static final int STUCK = 3;

    private final JdbcClient jdbc;
    private final Clock clock;

    ReadingQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A leased job. */
    record Job(ResponseId response, int version, int attempts) {}

    /** Jobs of one workspace under one token. */
    record Lease(WorkspaceId workspace, UUID token, List<Job> jobs) {}

    /** Asks for this version to be read; a job for an older version gives way. */
    void add(WorkspaceId workspace, ResponseId response, int version) {
        jdbc.sql("""
                        insert into reading_job (workspace_id, response_id, version, ready_at)
                        values (:workspace, :response, :version, :now)
                        on conflict (workspace_id, response_id) do update
                        set version = excluded.version, ready_at = excluded.ready_at, attempts = 0,
                          lease_token = null
                        where reading_job.workspace_id = :workspace
                        """)
                .param("workspace", workspace.value())
                .param("response", response.value())
                .param("version", version)
                .param("now", Rows.time(clock.instant()))
                .update();
    }

    /**
     * Workspaces with jobs that are ready, the longest waiting first. The one statement that looks at all of them: from the
     * first job of one workspace it goes to the first of the next, however many wait in between.
     */
    List<WorkspaceId> readyWorkspaces() {
        return jdbc.sql("""
                        -- every workspace
                        with recursive waiting as (
                          (
                            select workspace_id, ready_at
                            from reading_job
                            order by workspace_id, ready_at
                            limit 1)
                          union all
                          select later.workspace_id, later.ready_at
                          from waiting
                          cross join lateral (
                            select reading_job.workspace_id, reading_job.ready_at
                            from reading_job
                            where reading_job.workspace_id > waiting.workspace_id
                            order by reading_job.workspace_id, reading_job.ready_at
                            limit 1) later
                        )
                        select workspace_id
                        from waiting
                        where ready_at <= :now
                        order by ready_at
                        limit 20
                        """)
                .param("now", Rows.time(clock.instant()))
                .query((row, n) -> new WorkspaceId(Rows.id(row, "workspace_id")))
                .list();
    }

    /** Takes the jobs that have waited longest; nobody else sees them ready until the lease runs out. */
    Lease lease(WorkspaceId workspace) {
        UUID token = UUID.randomUUID();
        List<Job> jobs = jdbc.sql("""
                        update reading_job
                        set ready_at = :until, lease_token = :token, attempts = attempts + 1
                        where workspace_id = :workspace
                          and response_id in (
                            select response_id
                            from reading_job
                            where workspace_id = :workspace
                              and ready_at <= :now
                            order by ready_at, response_id
                            limit :batch
                            for update skip locked)
                        returning response_id, version, attempts
                        """)
                .param("workspace", workspace.value())
                .param("until", Rows.time(clock.instant().plus(LEASE)))
                .param("token", token)
                .param("now", Rows.time(clock.instant()))
                .param("batch", BATCH)
                .query((row, n) -> new Job(
                        new ResponseId(Rows.id(row, "response_id")), row.getInt("version"), row.getInt("attempts")))
                .list();
        return new Lease(workspace, token, jobs);
    }

    /**
     * Takes jobs off the queue.
     *
     * @return without those of which the lease was lost or a newer version came meanwhile
     */
    Set<ResponseId> finish(Lease lease, List<ReadVerbatim> read) {
        return jdbc.sql("""
                        delete from reading_job
                        using unnest(:responses, :versions) as read (response_id, version)
                        where reading_job.workspace_id = :workspace
                          and reading_job.response_id = read.response_id
                          and reading_job.version = read.version
                          and reading_job.lease_token = :token
                        returning reading_job.response_id
                        """)
                .param("workspace", lease.workspace().value())
                .param("responses", ReadVerbatim.responses(read))
                .param("versions", ReadVerbatim.versions(read))
                .param("token", lease.token())
                .query((row, n) -> new ResponseId(Rows.id(row, "response_id")))
                .set();
    }

    /** Puts a job back to be tried later, longer each time: 2, 8, 32, 128 … seconds, at most an hour. */
    void postpone(Lease lease, Job job) {
        jdbc.sql("""
                        update reading_job
                        set ready_at = :later, lease_token = null
                        where workspace_id = :workspace
                          and response_id = :response
                          and lease_token = :token
                        """)
                .param("workspace", lease.workspace().value())
                .param("response", job.response().value())
                .param("token", lease.token())
                .param("later", Rows.time(clock.instant().plusSeconds(pause(job.attempts()))))
                .update();
    }

    /** Puts a job back to be read at once: what it was read against is not in use any more. */
    void release(Lease lease, ResponseId response) {
        jdbc.sql("""
                        update reading_job
                        set ready_at = :now, attempts = attempts - 1, lease_token = null
                        where workspace_id = :workspace
                          and response_id = :response
                          and lease_token = :token
                        """)
                .param("workspace", lease.workspace().value())
                .param("response", response.value())
                .param("token", lease.token())
                .param("now", Rows.time(clock.instant()))
                .update();
    }

    private static long pause(int attempts) {
        return (long) Math.min(Math.pow(4, attempts) / 2, LONGEST_PAUSE.toSeconds());
    }

    Waiting waiting(WorkspaceId workspace) {
        return jdbc.sql("""
                        select count(*) as verbatims, count(*) filter (where attempts >= :stuck) as stuck
                        from reading_job
                        where workspace_id = :workspace
                        """)
                .param("workspace", workspace.value())
                .param("stuck", STUCK)
                .query((row, n) -> new Waiting(row.getLong("verbatims"), row.getLong("stuck")))
                .single();
    }
}
