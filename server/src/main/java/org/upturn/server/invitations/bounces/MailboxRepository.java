package org.upturn.server.invitations.bounces;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;

/** How far each mailbox is read. */
@Repository
class MailboxRepository {
    private final JdbcClient jdbc;
    private final Clock clock;

    MailboxRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Workspaces that have bounces read. */
    List<WorkspaceId> workspaces() {
        return jdbc.sql("""
                        -- every workspace
                        select workspace_id
                        from mail_settings
                        where mailbox_host is not null
                        """)
                .query((row, n) -> new WorkspaceId(Rows.id(row, "workspace_id")))
                .list();
    }

    Mailbox.Mark mark(WorkspaceId workspace) {
        return jdbc.sql("""
                        select coalesce(mailbox_validity, 0) as validity, coalesce(mailbox_seen, 0) as seen
                        from mail_settings
                        where workspace_id = :workspace
                        """)
                .param("workspace", workspace.value())
                .query((row, n) -> new Mailbox.Mark(row.getLong("validity"), row.getLong("seen")))
                .single();
    }

    void save(WorkspaceId workspace, Mailbox.Mark mark, @Nullable String problem) {
        jdbc.sql("""
                        update mail_settings
                        set mailbox_validity = :validity, mailbox_seen = :seen, mailbox_problem = :problem,
                          mailbox_looked_at = :now
                        where workspace_id = :workspace
                          and mailbox_host is not null
                        """)
                .param("workspace", workspace.value())
                .param("validity", mark.validity())
                .param("seen", mark.seen())
                .param("problem", problem)
                .param("now", Rows.time(clock.instant()))
                .update();
    }
}
