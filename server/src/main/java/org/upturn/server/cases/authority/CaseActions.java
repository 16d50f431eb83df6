package org.upturn.server.cases.authority;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.CaseNews;
import org.upturn.server.cases.Cases;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Role;
import org.upturn.server.workspaces.Workspaces;

/** Does things for people, within the authority of whoever does them, and asks for more where it ends. */
@Service
public class CaseActions {
    private static final int LONGEST_WORDS = 2_000;

    private final CaseActionRepository repository;
    private final ActionRepository actions;
    private final Cases cases;
    private final Workspaces workspaces;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseActions(
            CaseActionRepository repository,
            ActionRepository actions,
            Cases cases,
            Workspaces workspaces,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.actions = actions;
        this.cases = cases;
        this.workspaces = workspaces;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Does it at once where the member's own authority reaches, else asks for it.
     *
     * @param amount what it costs; null for the usual amount
     * @return done or waiting
     */
    @Transactional
    public CaseAction act(Member by, CaseId id, UUID action, @Nullable BigDecimal amount, @Nullable String note) {
        if (!cases.find(by.workspace(), id).isOpen()) {
            throw Problem.conflict("problem.case.closed");
        }
        LoopAction chosen = actions.hold(by.workspace(), action)
                .filter(held -> actions.list(by.workspace()).contains(held))
                .orElseThrow(() -> Problem.invalid("action", "problem.action.none"));
        BigDecimal cost = cost(chosen, amount);
        String words = words("note", note);
        Instant now = clock.instant();
        UUID made = Ids.next();
        boolean own = allows(by, chosen, id, cost == null ? BigDecimal.ZERO : cost);
        repository.insert(by, made, id, action, cost, words, now, own);
        audit.record(by, own ? "case-action.done" : "case-action.asked", made);
        if (!own) {
            tell(by, id, CaseNews.Kind.ACTION_ASKED, null, made);
        }
        return find(by.workspace(), id, made);
    }

    /**
     * Allows or declines what somebody asked for.
     *
     * @throws Problem when the member's own authority does not reach so far, or it waits no longer
     */
    @Transactional
    public CaseAction decide(Member by, CaseId id, UUID asked, boolean granted, @Nullable String reason) {
        CaseAction known = find(by.workspace(), id, asked);
        LoopAction action = actions.hold(by.workspace(), known.action()).orElseThrow();
        if (!allows(by, action, id, known.cost())) {
            throw Problem.of(Problem.Code.NOT_ALLOWED, "problem.action.authority");
        }
        String why = words("reason", reason);
        if (!granted && why.isEmpty()) {
            throw Problem.invalid("reason", "problem.action.reason");
        }
        if (!repository.decide(by, asked, granted, why, clock.instant())) {
            throw Problem.conflict("problem.action.decided");
        }
        audit.record(by, granted ? "case-action.allowed" : "case-action.declined", asked);
        tell(by, id, CaseNews.Kind.ACTION_DECIDED, known.askedBy(), asked);
        return find(by.workspace(), id, asked);
    }

    private void tell(Member by, CaseId id, CaseNews.Kind kind, @Nullable MemberId to, UUID about) {
        events.publishEvent(new CaseNews(by.workspace(), id, kind, to, by.id(), about));
    }

    /** Takes a mistake back, or what was asked for; it counts nowhere from now on and stays readable. */
    @Transactional
    public CaseAction undo(Member by, CaseId id, UUID made, @Nullable String reason) {
        CaseAction known = find(by.workspace(), id, made);
        if (!owns(by, known)) {
            throw Problem.of(Problem.Code.NOT_ALLOWED, "problem.action.notYours");
        }
        String why = words("reason", reason);
        if (why.isEmpty()) {
            throw Problem.invalid("reason", "problem.action.undone");
        }
        if (!repository.undo(by, made, why, clock.instant())) {
            throw Problem.conflict("problem.action.over");
        }
        audit.record(by, "case-action.undone", made);
        return find(by.workspace(), id, made);
    }

    /** All that was done and asked for, the first first. */
    public List<CaseAction> of(WorkspaceId workspace, CaseId id) {
        cases.find(workspace, id);
        return repository.of(workspace, id);
    }

    /** What was done for these cases and stands, in the workspace's currency; a case without costs is missing. */
    public Map<CaseId, BigDecimal> costs(WorkspaceId workspace, List<CaseId> ids) {
        return repository.costs(workspace, ids);
    }

    /** What waits for a decision that this member may take, the longest first; at most a hundred. */
    public List<CaseAction> waitingFor(Member member) {
        return repository.waiting(member.workspace()).stream()
                .filter(one -> mayDecide(member, one))
                .toList();
    }

    /** What this member asked for and nobody has decided yet, the longest first. */
    public List<CaseAction> askedBy(Member member) {
        return repository.waiting(member.workspace()).stream()
                .filter(one -> one.askedBy().equals(member.id()))
                .toList();
    }

    /** Whether it waits and the member's own authority reaches so far. */
    public boolean mayDecide(Member member, CaseAction asked) {
        return asked.state() == CaseAction.State.WAITING
                && member.role() != Role.VIEWER
                && actions.find(member.workspace(), asked.action())
                        .map(action -> allows(member, action, asked.item(), asked.cost()))
                        .orElse(false);
    }

    /** Whether it waits or stands, and the member did it, decided it, or runs the program. */
    public boolean mayUndo(Member member, CaseAction made) {
        return owns(member, made)
                && (made.state() == CaseAction.State.WAITING || made.state() == CaseAction.State.DONE);
    }

    private static boolean owns(Member member, CaseAction made) {
        return member.id().equals(made.askedBy())
                || member.id().equals(made.decider())
                || member.role().compareTo(Role.MANAGER) >= 0;
    }

    private boolean allows(Member member, LoopAction action, CaseId id, BigDecimal amount) {
        return action.allows(
                member.role(),
                amount,
                repository.onCase(member.workspace(), action.id(), id),
                repository.inMonth(member, action.id(), monthBegan(member.workspace())));
    }

    private Instant monthBegan(WorkspaceId workspace) {
        ZoneId zone = workspaces.find(workspace).timeZone();
        return clock.instant()
                .atZone(zone)
                .toLocalDate()
                .withDayOfMonth(1)
                .atStartOfDay(zone)
                .toInstant();
    }

    public CaseAction find(WorkspaceId workspace, CaseId id, UUID made) {
        return of(workspace, id).stream()
                .filter(one -> one.id().equals(made))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("problem.unknown.action"));
    }

    private static @Nullable BigDecimal cost(LoopAction chosen, @Nullable BigDecimal told) {
        if (!chosen.costs()) {
            if (told != null && told.signum() != 0) {
                throw Problem.invalid("amount", "problem.action.free");
            }
            return null;
        }
        BigDecimal amount = Amounts.checked("amount", told == null ? chosen.usualAmount() : told);
        if (amount.signum() == 0) {
            throw Problem.invalid("amount", "problem.action.zero");
        }
        return amount;
    }

    private static String words(String field, @Nullable String told) {
        String words = told == null ? "" : told.strip();
        if (words.length() > LONGEST_WORDS) {
            throw Problem.invalid(field, "problem.action.words", LONGEST_WORDS);
        }
        return words;
    }
}
