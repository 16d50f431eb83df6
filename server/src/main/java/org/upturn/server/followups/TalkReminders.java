package org.upturn.server.followups;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.CaseNews;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.MemberId;

/**
 * Reminds whoever leads a conversation, once, an hour before: time enough to read what was said and what was promised, and
 * too late to forget it again. In the morning of the day it would drown among the mails of the night.
 */
@Component
class TalkReminders {
    private static final Duration BEFORE = Duration.ofHours(1);
    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TalkReminders(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    private record Due(UUID id, CaseId item, MemberId leads, Instant heldAt, Instant madeAt, boolean open) {}

    /** The workspaces in which a conversation begins within the hour. */
    List<WorkspaceId> due() {
        return jdbc.sql("""
                        -- every workspace
                        select distinct workspace_id
                        from conversation
                        where reminded_at is null
                          and called_off_at is null
                          and logged is null
                          and held_at <= :soon
                        """)
                .param("soon", Rows.time(clock.instant().plus(BEFORE)))
                .query((row, n) -> new WorkspaceId(Rows.id(row, "workspace_id")))
                .list();
    }

    /** Looks at some of them; one that was agreed on within the hour needs no reminder. @return how many */
    @Transactional
    public int look(WorkspaceId workspace) {
        Instant now = clock.instant();
        List<Due> due = take(workspace, now);
        for (Due one : due) {
            boolean news = one.open()
                    && one.heldAt().isAfter(now)
                    && !one.madeAt().isAfter(one.heldAt().minus(BEFORE));
            if (news) {
                events.publishEvent(new CaseNews(
                        workspace, one.item(), CaseNews.Kind.CONVERSATION_SOON, one.leads(), null, one.id()));
            }
        }
        return due.size();
    }

    private List<Due> take(WorkspaceId workspace, Instant now) {
        return jdbc.sql("""
                        update conversation
                        set reminded_at = :now
                        from cases
                        where conversation.workspace_id = :workspace
                          and conversation.id in (
                            select id
                            from conversation
                            where workspace_id = :workspace
                              and reminded_at is null
                              and called_off_at is null
                              and logged is null
                              and held_at <= :soon
                            order by held_at, id
                            limit :most
                            for update skip locked)
                          and cases.workspace_id = :workspace
                          and cases.id = conversation.case_id
                        returning conversation.id, conversation.case_id, conversation.held_at, conversation.made_at,
                          coalesce(cases.owner_id, conversation.made_by) as leads, cases.outcome is null as open
                        """)
                .param("workspace", workspace.value())
                .param("now", Rows.time(now))
                .param("soon", Rows.time(now.plus(BEFORE)))
                .param("most", AT_ONCE)
                .query((row, n) -> new Due(
                        Rows.id(row, "id"),
                        new CaseId(Rows.id(row, "case_id")),
                        new MemberId(Rows.id(row, "leads")),
                        Rows.time(row, "held_at"),
                        Rows.time(row, "made_at"),
                        row.getBoolean("open")))
                .list();
    }
}
