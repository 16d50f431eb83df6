package org.upturn.server.workspaces;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
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
                        insert into audit_entry (workspace_id, id, member_id, api_key_id, action, subject_id, happened_at)
                        values (:workspace, :id, :member, :key, :action, :subject, :now)
                        """)
                .param("workspace", by.workspace().value())
                .param("id", Ids.next())
                .param("member", by.id().value())
                .param("key", key(by))
                .param("action", action)
                .param("subject", subject)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The key that the request of this member came with; null for a page, and for work that no request waits for. */
    private static @Nullable UUID key(Member by) {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && by.equals(known.getPrincipal()) && known.getDetails() instanceof UUID key ? key : null;
    }
}
