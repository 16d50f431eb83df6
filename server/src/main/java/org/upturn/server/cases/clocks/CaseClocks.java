package org.upturn.server.cases.clocks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.CaseNews;
import org.upturn.server.cases.CaseOpened;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.MemberId;

/** Starts the clocks of cases and tells, once for each, which ran out before what they are for was done. */
@Component
class CaseClocks {
    private static final int AT_ONCE = 100;

    /** What ran out longer ago is history: a server that was off for a season, or a story that was brought in, tells nobody. */
    private static final Duration NEWS = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseClocks(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(CaseOpened opened) {
        start(opened.workspace(), opened.facts().id(), opened.answeredAt());
    }

    private void start(WorkspaceId workspace, CaseId id, Instant answeredAt) {
        List<CaseClock> all = Arrays.asList(CaseClock.values());
        jdbc.sql("""
                        insert into case_clock (workspace_id, case_id, kind, due_at)
                        select :workspace, :case, told.kind, cast(told.due_at as timestamptz)
                        from unnest(:kinds, :dues) as told (kind, due_at)
                        """)
                .param("workspace", workspace.value())
                .param("case", id.value())
                .param("kinds", all.stream().map(CaseClock::word).toArray(String[]::new))
                .param(
                        "dues",
                        all.stream().map(one -> one.due(answeredAt).toString()).toArray(String[]::new))
                .update();
    }

    /** The workspaces in which a clock has run out. */
    List<WorkspaceId> due() {
        return jdbc.sql("""
                        -- every workspace
                        select distinct workspace_id
                        from case_clock
                        where fired_at is null
                          and due_at <= :now
                        """)
                .param("now", Rows.time(clock.instant()))
                .query((row, n) -> new WorkspaceId(Rows.id(row, "workspace_id")))
                .list();
    }

    private record Due(
            CaseId id,
            CaseClock kind,
            Instant dueAt,
            @Nullable MemberId owner,
            CaseClock.State state) {
        /** A warning of what has happened meanwhile, told late, says nothing. */
        boolean isOvertaken(Instant now) {
            Instant answeredAt = dueAt.minus(kind.allowed());
            return kind == CaseClock.CONTACT_SOON
                    && !CaseClock.CONTACT.due(answeredAt).isAfter(now);
        }
    }

    /**
     * Looks at some clocks that ran out. Another server takes others; what was looked at is not looked at again, after a
     * restart neither.
     *
     * @return how many
     */
    @Transactional
    public int look(WorkspaceId workspace) {
        Instant now = clock.instant();
        List<Due> due = take(workspace, now);
        for (Due one : due) {
            boolean kept = one.kind().isKept(one.state());
            fire(workspace, one, kept, now);
            if (!kept && one.kind() == CaseClock.ROUTE) {
                routed(workspace, one.id(), now);
            }
            if (!kept && !one.isOvertaken(now) && one.dueAt().isAfter(now.minus(NEWS))) {
                events.publishEvent(new CaseNews(workspace, one.id(), one.kind().news(), one.owner(), null));
            }
        }
        return due.size();
    }

    private List<Due> take(WorkspaceId workspace, Instant now) {
        return jdbc.sql("""
                        select case_clock.case_id, case_clock.kind, case_clock.due_at, cases.owner_id, cases.outcome is null as open,
                          cases.contacted, cases.silent, cases.routed_at is not null as routed
                        from case_clock
                        join cases on cases.workspace_id = case_clock.workspace_id and cases.id = case_clock.case_id
                        where case_clock.workspace_id = :workspace
                          and case_clock.fired_at is null
                          and case_clock.due_at <= :now
                        order by case_clock.due_at, case_clock.case_id
                        limit :most
                        for update of case_clock skip locked
                        """)
                .param("workspace", workspace.value())
                .param("now", Rows.time(now))
                .param("most", AT_ONCE)
                .query((row, n) -> {
                    Optional<MemberId> owner =
                            Optional.ofNullable(Rows.id(row, "owner_id")).map(MemberId::new);
                    return new Due(
                            new CaseId(Rows.id(row, "case_id")),
                            java.util.Objects.requireNonNull(CaseClock.of(row.getString("kind"))),
                            Rows.time(row, "due_at"),
                            owner.orElse(null),
                            new CaseClock.State(
                                    row.getBoolean("open"),
                                    owner.isPresent(),
                                    row.getBoolean("contacted"),
                                    row.getBoolean("silent"),
                                    row.getBoolean("routed")));
                })
                .list();
    }

    private void fire(WorkspaceId workspace, Due one, boolean kept, Instant now) {
        jdbc.sql("""
                        update case_clock
                        set fired_at = :now, kept = :kept
                        where workspace_id = :workspace
                          and case_id = :case
                          and kind = :kind
                        """)
                .param("workspace", workspace.value())
                .param("case", one.id().value())
                .param("kind", one.kind().word())
                .param("kept", kept)
                .param("now", Rows.time(now))
                .update();
    }

    /** Its owner has heard of it: what is read later moves it no more. */
    private void routed(WorkspaceId workspace, CaseId id, Instant now) {
        jdbc.sql("update cases set routed_at = :now where workspace_id = :workspace and id = :case")
                .param("workspace", workspace.value())
                .param("case", id.value())
                .param("now", Rows.time(now))
                .update();
    }
}
