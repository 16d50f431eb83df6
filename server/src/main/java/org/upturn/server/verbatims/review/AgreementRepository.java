package org.upturn.server.verbatims.review;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.WorkspaceId;

/** Counts how people and engine agree. */
@Repository
class AgreementRepository {
    private final JdbcClient jdbc;

    AgreementRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Themes that nobody judged are left out. */
    List<Agreement> of(WorkspaceId workspace, UUID codebook) {
        return jdbc.sql("""
                        select theme_key, count(*) as judged,
                          count(*) filter (where present = machine_decided) as agreed,
                          count(*) filter (where machine_decided) as found,
                          count(*) filter (where machine_decided and present) as confirmed
                        from verdict
                        where workspace_id = :workspace
                          and codebook_id = :codebook
                          and withdrawn_at is null
                          and machine_decided is not null
                        group by theme_key
                        order by theme_key
                        """)
                .param("workspace", workspace.value())
                .param("codebook", codebook)
                .query((row, n) -> new Agreement(
                        row.getString("theme_key"),
                        row.getLong("judged"),
                        row.getLong("agreed"),
                        row.getLong("found"),
                        row.getLong("confirmed")))
                .list();
    }
}
