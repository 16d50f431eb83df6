package org.upturn.server.cases.authority;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.workspaces.Role;

/**
 * Something that may be done for a person.
 *
 * @param usualAmount what it costs as a rule, in the workspace's currency; null when it costs no money
 * @param limits of the roles that may do it without asking; an owner always may, and is never among them
 */
public record LoopAction(
        UUID id, ActionKind kind, String name, @Nullable BigDecimal usualAmount, List<Limit> limits) {
    public LoopAction {
        limits = List.copyOf(limits);
    }

    public boolean costs() {
        return usualAmount != null;
    }

    public Optional<Limit> limit(Role role) {
        return limits.stream().filter(one -> one.role() == role).findFirst();
    }

    /**
     * Whether a member of this role may decide on it alone.
     *
     * @param amount what it costs; 0 for nothing
     * @param onCase what this action has cost for the case so far
     * @param inMonth what the member has decided on with this action this month
     */
    public boolean allows(Role role, BigDecimal amount, BigDecimal onCase, BigDecimal inMonth) {
        return switch (role) {
            case OWNER -> true;
            case MANAGER, RESPONDER ->
                limit(role)
                        .map(one -> one.covers(onCase.add(amount), inMonth.add(amount)))
                        .orElse(false);
            case VIEWER -> false;
        };
    }
}
