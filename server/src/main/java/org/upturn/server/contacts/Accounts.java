package org.upturn.server.contacts;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.contacts.clean.CleanText;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Slice;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Workspaces;

/** The organizations that contacts belong to. */
@Service
public class Accounts {
    private static final BigDecimal MOST = new BigDecimal("99999999999999.99");

    private final AccountRepository repository;
    private final Workspaces workspaces;
    private final AuditLog audit;
    private final Clock clock;

    Accounts(AccountRepository repository, Workspaces workspaces, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.workspaces = workspaces;
        this.audit = audit;
        this.clock = clock;
    }

    /** All that is known of an account; what is left out is not known. */
    public record Told(
            @Nullable String name,
            @Nullable UUID owner,
            @Nullable UUID seniorOwner,
            @Nullable LocalDate renewsOn,
            @Nullable BigDecimal revenue) {}

    /** Accounts, the newest first. */
    public Slice<Account> list(WorkspaceId workspace, @Nullable String search, @Nullable UUID after, int limit) {
        return Slice.of(repository.list(workspace, search, after, limit + 1), limit, Account::id);
    }

    public Account find(WorkspaceId workspace, UUID id) {
        return repository.find(workspace, id).orElseThrow(() -> Problem.notFound("problem.unknown.account"));
    }

    /** The names of these, as far as they are there. */
    public Map<UUID, String> names(WorkspaceId workspace, Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : repository.spelled(workspace, ids);
    }

    /** The one of this name, whatever its capitals. */
    public Optional<UUID> named(WorkspaceId workspace, String name) {
        return repository.names(workspace, List.of(name)).values().stream()
                .map(AccountRepository.Name::id)
                .findFirst();
    }

    @Transactional
    public Account add(Member by, Told told) {
        Account made = account(by.workspace(), Ids.next(), told);
        try {
            repository.insert(by.workspace(), made, clock.instant());
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("problem.account.known", made.name());
        }
        audit.record(by, "account.added", made.id());
        return made;
    }

    /** Puts all that is told in the place of what was known. */
    @Transactional
    public Account change(Member by, UUID id, Told told) {
        find(by.workspace(), id);
        Account changed = account(by.workspace(), id, told);
        try {
            repository.update(by.workspace(), changed, clock.instant());
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("problem.account.known", changed.name());
        }
        audit.record(by, "account.changed", id);
        return find(by.workspace(), id);
    }

    /** Takes away an account that nobody belongs to. */
    @Transactional
    public void remove(Member by, UUID id) {
        find(by.workspace(), id);
        try {
            repository.delete(by.workspace(), id);
        } catch (DataIntegrityViolationException people) {
            throw Problem.conflict("problem.account.people");
        }
        audit.record(by, "account.removed", id);
    }

    private Account account(WorkspaceId workspace, UUID id, Told told) {
        String name = CleanText.name("name", told.name());
        if (name == null) {
            throw Problem.invalid("name", "problem.account.name");
        }
        BigDecimal revenue = told.revenue();
        if (revenue != null && (revenue.signum() < 0 || revenue.compareTo(MOST) > 0)) {
            throw Problem.invalid("revenue", "problem.account.revenue");
        }
        return new Account(
                id,
                name,
                member(workspace, "owner", told.owner()),
                member(workspace, "seniorOwner", told.seniorOwner()),
                told.renewsOn(),
                revenue == null ? null : revenue.setScale(2, java.math.RoundingMode.HALF_UP),
                0);
    }

    private @Nullable MemberId member(WorkspaceId workspace, String field, @Nullable UUID id) {
        if (id == null) {
            return null;
        }
        var member = new MemberId(id);
        if (workspaces.findMember(workspace, member).filter(one -> !one.left()).isEmpty()) {
            throw Problem.invalid(field, "problem.account.member");
        }
        return member;
    }
}
