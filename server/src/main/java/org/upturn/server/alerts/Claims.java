package org.upturn.server.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.alerts.messages.Alert;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.Cases;
import org.upturn.server.invitations.LinkTokens;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Role;
import org.upturn.server.workspaces.Workspaces;

/**
 * Taking a case from a mail without signing in: a link of the member's own that works once and for a while. Looking at it
 * changes nothing, for mail scanners look at every link; one press on the page takes the case.
 */
@Service
public class Claims {
    /** The first part of the path; also what the token is made for. */
    public static final String PREFIX = "/t/";

    private static final Duration GOOD_FOR = Duration.ofDays(3);

    private final JdbcClient jdbc;
    private final LinkTokens tokens;
    private final AlertRepository alerts;
    private final AlertMaker maker;
    private final Cases cases;
    private final Workspaces workspaces;
    private final AuditLog audit;
    private final Clock clock;

    Claims(
            JdbcClient jdbc,
            LinkTokens tokens,
            AlertRepository alerts,
            AlertMaker maker,
            Cases cases,
            Workspaces workspaces,
            AuditLog audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.alerts = alerts;
        this.maker = maker;
        this.cases = cases;
        this.workspaces = workspaces;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a link leads to. @param used when it was; null while it is not */
    public record Opened(
            UUID id,
            Member member,
            CaseId caseId,
            Alert alert,
            @Nullable MemberId owner,
            Instant expires,
            @Nullable Instant used) {
        public WorkspaceId workspace() {
            return member.workspace();
        }
    }

    private record Found(
            WorkspaceId workspace,
            UUID id,
            UUID alert,
            MemberId member,
            Instant expires,
            @Nullable Instant used) {}

    /** Makes the link of this member for this alert, once. */
    void make(WorkspaceId workspace, UUID alert, MemberId member) {
        UUID id = Ids.next();
        jdbc.sql("""
                        with made as (
                          insert into alert_claim (workspace_id, id, alert_id, member_id, expires_at)
                          values (:workspace, :id, :alert, :member, :expires)
                          on conflict do nothing
                          returning workspace_id, id
                        )
                        insert into alert_link (token_hash, workspace_id, claim_id)
                        select :hash, made.workspace_id, made.id
                        from made
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .param("alert", alert)
                .param("member", member.value())
                .param("expires", Rows.time(clock.instant().plus(GOOD_FOR)))
                .param("hash", LinkTokens.hash(tokens.token(PREFIX, id)))
                .update();
    }

    /** The path of that link; empty when none was made. */
    Optional<String> path(WorkspaceId workspace, UUID alert, MemberId member) {
        return jdbc.sql("""
                        select id
                        from alert_claim
                        where workspace_id = :workspace
                          and alert_id = :alert
                          and member_id = :member
                        """)
                .param("workspace", workspace.value())
                .param("alert", alert)
                .param("member", member.value())
                .query(UUID.class)
                .optional()
                .map(id -> PREFIX + tokens.token(PREFIX, id));
    }

    /** Empty for a forged or mistyped link, and when nothing of the person is left. */
    public Optional<Opened> find(String token) {
        return found(token)
                .flatMap(found -> workspaces
                        .findMember(found.workspace(), found.member())
                        .filter(member -> !member.left())
                        .flatMap(member -> alert(found).flatMap(alert -> opened(found, member, alert))));
    }

    private Optional<Alert> alert(Found found) {
        return alerts.findAll(found.workspace(), List.of(found.alert())).stream()
                .findFirst()
                .flatMap(row -> maker.of(found.workspace(), row));
    }

    private Optional<Opened> opened(Found found, Member member, Alert alert) {
        return switch (alert.standing()) {
            case Alert.OfCase item ->
                Optional.of(new Opened(
                        found.id(),
                        member,
                        item.id(),
                        alert,
                        cases.find(found.workspace(), item.id()).owner(),
                        found.expires(),
                        found.used()));
            case Alert.OfPassive passive -> Optional.empty();
        };
    }

    /** Why the case cannot be taken by this link; null when it can. */
    public @Nullable Problem refusal(Opened opened) {
        if (opened.used() != null) {
            return Problem.conflict("problem.claim.used");
        }
        if (!clock.instant().isBefore(opened.expires())) {
            return Problem.conflict("problem.claim.expired");
        }
        if (!opened.alert().standing().open()) {
            return Problem.conflict("problem.case.closed");
        }
        return opened.member().role().compareTo(Role.RESPONDER) < 0 ? Problem.conflict("problem.claim.role") : null;
    }

    /** The member takes the case. @throws Problem when the link does not serve for that any more */
    @Transactional
    public void take(Opened opened) {
        Problem refused = refusal(opened);
        if (refused != null) {
            throw refused;
        }
        if (!markUsed(opened)) {
            throw Problem.conflict("problem.claim.used");
        }
        cases.assign(opened.member(), opened.caseId(), opened.member().id());
        audit.record(opened.member(), "case.claimed-by-link", opened.caseId().value());
    }

    private boolean markUsed(Opened opened) {
        return jdbc.sql("""
                                update alert_claim
                                set used_at = :now
                                where workspace_id = :workspace
                                  and id = :id
                                  and used_at is null
                                  and expires_at > :now
                                """)
                        .param("workspace", opened.workspace().value())
                        .param("id", opened.id())
                        .param("now", Rows.time(clock.instant()))
                        .update()
                == 1;
    }

    private Optional<Found> found(String token) {
        return jdbc.sql("""
                        select claim.workspace_id, claim.id, claim.alert_id, claim.member_id, claim.expires_at, claim.used_at
                        from alert_link
                        join alert_claim claim on claim.workspace_id = alert_link.workspace_id
                          and claim.id = alert_link.claim_id
                        where alert_link.token_hash = :hash
                        """)
                .param("hash", LinkTokens.hash(token))
                .query((row, n) -> new Found(
                        new WorkspaceId(Rows.id(row, "workspace_id")),
                        Rows.id(row, "id"),
                        Rows.id(row, "alert_id"),
                        new MemberId(Rows.id(row, "member_id")),
                        Rows.time(row, "expires_at"),
                        Rows.timeOrNull(row, "used_at")))
                .optional();
    }
}
