package org.upturn.server.verbatims;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;

/** What the model made of answers when they were read before, so that they are read again without it. */
@Repository
class StoredMeanings {
    private final JdbcClient jdbc;

    StoredMeanings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of this version of the answer, whatever version of a codebook it was read with; the latest. */
    Optional<byte[]> find(WorkspaceId workspace, Response answer) {
        return jdbc.sql("""
                        select meaning
                        from reading
                        where workspace_id = :workspace
                          and response_id = :response
                          and response_version = :version
                          and meaning is not null
                        order by read_at desc, codebook_version desc
                        limit 1
                        """)
                .param("workspace", workspace.value())
                .param("response", answer.id().value())
                .param("version", answer.version())
                .query(byte[].class)
                .optional();
    }
}
