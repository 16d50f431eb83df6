package org.upturn.server.workspaces;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.upturn.server.kernel.Ids;

/** Who did what to which thing, and when. Holds ids only, nothing personal. */
@Component
public class AuditLog {
    private final JdbcClient jdbc;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Records an action in the transaction that does it.
     *
     * @param action a past fact, for example {@code case.closed}
     */
    public void record(Member by, String action, @Nullable UUID subject) {
        jdbc.sql("""
                        insert into audit_entry (workspace_id, id, member_id, action, subject_id, happened_at)
                        values (:workspace, :id, :member, :action, :subject, :now)
                        """)
                .param("workspace", by.workspace().value())
                .param("id", Ids.next())
                .param("member", by.id().value())
                .param("action", action)
                .param("subject", subject)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
