package org.upturn.server.verbatims.history;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Rows;
import org.upturn.server.verbatims.codebook.CodebookVersion.State;
import org.upturn.server.verbatims.history.HistoryRepository.Coming;

/** How a version goes from draft to active: each step is taken only from the state that it belongs to. */
@Repository
class VersionStates {
    private final JdbcClient jdbc;
    private final Clock clock;

    VersionStates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A draft begins to go live. */
    void begin(Coming coming, String note, int responses) {
        jdbc.sql("""
                        update codebook_version
                        set state = 'reading', note = :note, responses_all = :responses, responses_read = 0
                        where workspace_id = :workspace
                          and codebook_id = :codebook
                          and version = :version
                          and state = 'draft'
                        """)
                .param("workspace", coming.workspace().value())
                .param("codebook", coming.codebook())
                .param("version", coming.version())
                .param("note", note)
                .param("responses", responses)
                .update();
    }

    /** From one state to the next; false when it is in another one by now. */
    boolean go(Coming coming, State from, State to) {
        return jdbc.sql("""
                                update codebook_version
                                set state = :to, lease_token = null, lease_until = null
                                where workspace_id = :workspace
                                  and codebook_id = :codebook
                                  and version = :version
                                  and state = :from
                                """)
                        .param("workspace", coming.workspace().value())
                        .param("codebook", coming.codebook())
                        .param("version", coming.version())
                        .param("from", from.word())
                        .param("to", to.word())
                        .update()
                == 1;
    }

    /** From now on everything is read against this version, and shown as it was read. */
    void activate(Coming coming) {
        jdbc.sql("""
                        update codebook_version
                        set state = 'past'
                        where workspace_id = :workspace
                          and codebook_id = :codebook
                          and state = 'active'
                        """)
                .param("workspace", coming.workspace().value())
                .param("codebook", coming.codebook())
                .update();
        jdbc.sql("""
                        update codebook_version
                        set state = 'active', activated_at = :now, lease_token = null, lease_until = null
                        where workspace_id = :workspace
                          and codebook_id = :codebook
                          and version = :version
                        """)
                .param("workspace", coming.workspace().value())
                .param("codebook", coming.codebook())
                .param("version", coming.version())
                .param("now", Rows.time(clock.instant()))
                .update();
        jdbc.sql("""
                        update codebook
                        set active_version = :version, applied_lesson = 0
                        where workspace_id = :workspace
                          and id = :codebook
                        """)
                .param("workspace", coming.workspace().value())
                .param("codebook", coming.codebook())
                .param("version", coming.version())
                .update();
    }
}
