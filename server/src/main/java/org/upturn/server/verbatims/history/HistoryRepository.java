package org.upturn.server.verbatims.history;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.ResponseId;

/** All SQL of reading history against a codebook version that is going live. */
@Repository
class HistoryRepository {
    private static final Duration LEASE = Duration.ofSeconds(20);

    /** Responses of the codebook's programs whose present version has no reading with the codebook version. */
    private static final String UNREAD = """
            from program_codebook
            join response on response.workspace_id = program_codebook.workspace_id
              and response.program_id = program_codebook.program_id
            where program_codebook.workspace_id = :workspace
              and program_codebook.codebook_id = :codebook
              and not exists (
                select 1
                from reading
                where reading.workspace_id = response.workspace_id
                  and reading.response_id = response.id
                  and reading.response_version = response.version
                  and reading.codebook_version = :version)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    HistoryRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A version that history is read against. */
    record Coming(WorkspaceId workspace, UUID codebook, int version) {}

    /** Versions that wait for somebody to read history against them. Looks at all workspaces. */
    List<Coming> waiting() {
        return jdbc.sql("""
                        -- every workspace
                        select workspace_id, codebook_id, version
                        from codebook_version
                        where state = 'reading'
                          and (lease_until is null or lease_until < :now)
                        order by created_at, codebook_id
                        limit 20
                        """)
                .param("now", Rows.time(clock.instant()))
                .query((row, n) -> new Coming(
                        new WorkspaceId(Rows.id(row, "workspace_id")),
                        Rows.id(row, "codebook_id"),
                        row.getInt("version")))
                .list();
    }

    /** Takes the work; false when somebody else has it or it was paused. */
    boolean lease(Coming coming, UUID token) {
        return jdbc.sql("""
                                update codebook_version
                                set lease_token = :token, lease_until = :until
                                where workspace_id = :workspace
                                  and codebook_id = :codebook
                                  and version = :version
                                  and state = 'reading'
                                  and (lease_until is null or lease_until < :now or lease_token = :token)
                                """)
                        .param("workspace", coming.workspace().value())
                        .param("codebook", coming.codebook())
                        .param("version", coming.version())
                        .param("token", token)
                        .param("until", Rows.time(clock.instant().plus(LEASE)))
                        .param("now", Rows.time(clock.instant()))
                        .update()
                == 1;
    }

    /** Notes that so many more are read; false when the work was paused, taken back or taken over meanwhile. */
    boolean advance(Coming coming, UUID token, int read) {
        return jdbc.sql("""
                                update codebook_version
                                set responses_read = responses_read + :read, lease_until = :until
                                where workspace_id = :workspace
                                  and codebook_id = :codebook
                                  and version = :version
                                  and state = 'reading'
                                  and lease_token = :token
                                """)
                        .param("workspace", coming.workspace().value())
                        .param("codebook", coming.codebook())
                        .param("version", coming.version())
                        .param("token", token)
                        .param("until", Rows.time(clock.instant().plus(LEASE)))
                        .param("read", read)
                        .update()
                == 1;
    }

    /** Some responses that are not read yet, in the order of their ids. */
    List<ResponseId> unread(Coming coming, @Nullable UUID after, Collection<ResponseId> unreadable, int limit) {
        return jdbc.sql("select response.id " + UNREAD + """
                                and (cast(:after as uuid) is null or response.id > :after)
                                and response.id <> all(:unreadable)
                              order by response.id
                              limit :limit
                              """)
                .param("workspace", coming.workspace().value())
                .param("codebook", coming.codebook())
                .param("version", coming.version())
                .param("after", after)
                .param("unreadable", unreadable.stream().map(ResponseId::value).toArray(UUID[]::new))
                .param("limit", limit)
                .query((row, n) -> new ResponseId(Rows.id(row, "id")))
                .list();
    }

    int countUnread(Coming coming) {
        return jdbc.sql("select count(*) " + UNREAD)
                .param("workspace", coming.workspace().value())
                .param("codebook", coming.codebook())
                .param("version", coming.version())
                .query(Integer.class)
                .single();
    }

    /** Whatever is still unread becomes a job like an arrival. */
    void enqueueUnread(Coming coming) {
        jdbc.sql("""
                        insert into reading_job (workspace_id, response_id, version, ready_at)
                        select response.workspace_id, response.id, response.version, :now
                        """ + UNREAD + "on conflict (workspace_id, response_id) do nothing")
                .param("workspace", coming.workspace().value())
                .param("codebook", coming.codebook())
                .param("version", coming.version())
                .param("now", Rows.time(clock.instant()))
                .update();
    }

    /** Waits for readings that are just being stored, and keeps new ones waiting until this transaction ends. */
    void lockForSwitch(Coming coming) {
        jdbc.sql("select id from codebook where workspace_id = :workspace and id = :codebook for update")
                .param("workspace", coming.workspace().value())
                .param("codebook", coming.codebook())
                .query(UUID.class)
                .single();
    }
}
