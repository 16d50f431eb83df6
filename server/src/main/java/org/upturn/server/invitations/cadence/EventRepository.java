package org.upturn.server.invitations.cadence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;

/** All SQL of what happened to people and schedules wait for. */
@Repository
class EventRepository {
    private final JdbcClient jdbc;

    EventRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Remembers for each schedule that waits for this event whom it happened to. @return how many schedules do */
    int happened(WorkspaceId workspace, String event, ContactId contact, String key, Instant at) {
        List<UUID> waiting = jdbc.sql("""
                        select id
                        from cadence
                        where workspace_id = :workspace
                          and event = lower(:event)
                          and paused_at is null
                        """)
                .param("workspace", workspace.value())
                .param("event", event)
                .query(UUID.class)
                .list();
        for (UUID cadence : waiting) {
            jdbc.sql("""
                            insert into cadence_event (workspace_id, id, cadence_id, contact_id, event_key, ready_at)
                            select :workspace, :id, cadence.id, :contact, :key,
                              cast(:at as timestamptz) + (cadence.terms ->> 'delayHours')::integer * interval '1 hour'
                            from cadence
                            where cadence.workspace_id = :workspace
                              and cadence.id = :cadence
                            on conflict (workspace_id, cadence_id, contact_id, event_key) do nothing
                            """)
                    .param("workspace", workspace.value())
                    .param("id", Ids.next())
                    .param("cadence", cadence)
                    .param("contact", contact.value())
                    .param("key", key)
                    .param("at", Rows.time(at))
                    .update();
        }
        return waiting.size();
    }

    /** Marks whose time has come as asked. */
    List<UUID> take(WorkspaceId workspace, UUID cadence, Instant now) {
        return jdbc.sql("""
                        update cadence_event
                        set asked_at = :now
                        where workspace_id = :workspace
                          and cadence_id = :cadence
                          and asked_at is null
                          and ready_at <= :now
                        returning contact_id
                        """)
                .param("workspace", workspace.value())
                .param("cadence", cadence)
                .param("now", Rows.time(now))
                .query(UUID.class)
                .list();
    }
}
