package org.upturn.server.alerts;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upturn.server.alerts.messages.AlertKind;
import org.upturn.server.cases.Assignments;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.Subtype;
import org.upturn.server.cases.authority.CaseAction;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Role;
import org.upturn.server.workspaces.Workspaces;

/** Who has to hear of an alert. */
@Component
class Audience {
    private static final Set<AlertKind> FOR_ONE =
            EnumSet.of(AlertKind.ASSIGNED, AlertKind.MENTIONED, AlertKind.ACTION_DECIDED, AlertKind.CONVERSATION_SOON);

    private final Assignments assignments;
    private final AlertMatters matters;
    private final Workspaces workspaces;

    Audience(Assignments assignments, AlertMatters matters, Workspaces workspaces) {
        this.assignments = assignments;
        this.matters = matters;
        this.workspaces = workspaces;
    }

    /**
     * An assignment is told to the owner, unless they took the case themselves; a comment to whom it names, and what the
     * person wrote back to the owner. What is asked for is told to all who may decide, what was decided to who asked, a
     * conversation that comes up to who leads it, a passive to their new owner. What stays undone is told to the owner and
     * to the program's loop owner and senior owner; a case that is nobody's for 24 hours to the admins too (S3-21). One that
     * nobody answers for at all is told to the admins.
     */
    Set<MemberId> of(WorkspaceId workspace, AlertRow alert, @Nullable Case item) {
        if (item == null || FOR_ONE.contains(alert.kind())) {
            return alert.to() == null || alert.to().equals(alert.by()) ? Set.of() : Set.of(alert.to());
        }
        if (alert.kind() == AlertKind.ACTION_ASKED) {
            return deciding(workspace, alert);
        }
        var all = new LinkedHashSet<MemberId>();
        if (item.owner() != null) {
            all.add(item.owner());
            if (alert.kind() == AlertKind.REPLIED) {
                return all;
            }
        }
        assignments.ownerFor(workspace, item.program(), Subtype.NEW).ifPresent(all::add);
        assignments.ownerFor(workspace, item.program(), Subtype.CONVERTED).ifPresent(all::add);
        if (alert.kind() == AlertKind.UNASSIGNED || all.isEmpty()) {
            workspaces.members(workspace).stream()
                    .filter(one -> one.role() == Role.OWNER)
                    .map(Member::id)
                    .forEach(all::add);
        }
        return all;
    }

    private Set<MemberId> deciding(WorkspaceId workspace, AlertRow alert) {
        CaseAction asked = matters.action(workspace, alert.caseId(), alert.about());
        return workspaces.members(workspace).stream()
                .filter(one -> matters.mayDecide(one, asked))
                .map(Member::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
