package org.upturn.server.cases.authority;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Role;

/** What may be done for people in a workspace; the owners keep it. */
@Service
public class ActionCatalogue {
    private static final int LONGEST_NAME = 100;
    private static final int MOST = 50;

    private final ActionRepository repository;
    private final AuditLog audit;
    private final Clock clock;

    ActionCatalogue(ActionRepository repository, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is offered, by name. */
    public List<LoopAction> list(WorkspaceId workspace) {
        return repository.list(workspace);
    }

    public LoopAction find(WorkspaceId workspace, UUID id) {
        return list(workspace).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("problem.unknown.action"));
    }

    /** In what the workspace counts, by ISO 4217, for example {@code EUR}; empty until somebody said. */
    public Optional<String> currency(WorkspaceId workspace) {
        return repository.currency(workspace);
    }

    /** @throws Problem when amounts were recorded in another currency already: they would change their worth */
    @Transactional
    public void count(Member by, String code) {
        String known = known(code);
        if (repository.hasAmounts(by.workspace())
                && !repository.currency(by.workspace()).orElse(known).equals(known)) {
            throw Problem.conflict("problem.action.currencyUsed");
        }
        repository.count(by.workspace(), known);
        audit.record(by, "spending-currency.set", null);
    }

    @Transactional
    public LoopAction add(Member by, Told told) {
        if (list(by.workspace()).size() >= MOST) {
            throw Problem.conflict("problem.action.many", MOST);
        }
        LoopAction added = checked(by.workspace(), Ids.next(), told);
        try {
            repository.insert(by.workspace(), added, clock.instant());
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("problem.action.known", added.name());
        }
        audit.record(by, "action.added", added.id());
        return added;
    }

    /** Changes what is offered; what was done with it so far stays. */
    @Transactional
    public LoopAction change(Member by, UUID id, Told told) {
        LoopAction before = find(by.workspace(), id);
        LoopAction changed = checked(by.workspace(), id, told);
        if (before.costs() != changed.costs() && repository.isUsed(by.workspace(), id)) {
            throw Problem.conflict("problem.action.costs");
        }
        try {
            repository.update(by.workspace(), changed);
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("problem.action.known", changed.name());
        }
        audit.record(by, "action.changed", id);
        return changed;
    }

    /** Offers it no longer; what was done with it stays, and what waits can still be decided. */
    @Transactional
    public void retire(Member by, UUID id) {
        find(by.workspace(), id);
        repository.retire(by.workspace(), id, clock.instant());
        audit.record(by, "action.retired", id);
    }

    private LoopAction checked(WorkspaceId workspace, UUID id, Told told) {
        String name = told.name() == null ? "" : told.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.invalid("name", "problem.action.name", LONGEST_NAME);
        }
        BigDecimal amount = told.usualAmount() == null ? null : Amounts.checked("usualAmount", told.usualAmount());
        if (amount != null && currency(workspace).isEmpty()) {
            throw Problem.invalid("usualAmount", "problem.action.currency");
        }
        ActionKind kind = ActionKind.of(told.kind() == null ? "" : told.kind());
        return new LoopAction(id, kind, name, amount, limits(told.limits(), amount != null));
    }

    private static List<Limit> limits(List<Limit> told, boolean costs) {
        var roles = new HashSet<Role>();
        return told.stream()
                .map(one -> {
                    if ((one.role() != Role.RESPONDER && one.role() != Role.MANAGER) || !roles.add(one.role())) {
                        throw Problem.invalid("limits", "problem.action.limits");
                    }
                    return costs
                            ? new Limit(one.role(), amount(one.perCase()), amount(one.perMonth()))
                            : new Limit(one.role(), null, null);
                })
                .toList();
    }

    private static @Nullable BigDecimal amount(@Nullable BigDecimal told) {
        return told == null ? null : Amounts.checked("limits", told);
    }

    private static String known(String code) {
        String upper = code.strip().toUpperCase(java.util.Locale.ROOT);
        return Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .filter(upper::equals)
                .findFirst()
                .orElseThrow(() -> Problem.invalid("currency", "problem.action.currencyUnknown"));
    }
}
