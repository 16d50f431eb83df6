package org.upturn.server.alerts;

import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.upturn.server.alerts.messages.AlertKind;
import org.upturn.server.cases.Assignments;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.Subtype;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Role;
import org.upturn.server.workspaces.Workspaces;

/** Who has to hear of an alert. */
@Component
class Audience {
    private final Assignments assignments;
    private final Workspaces workspaces;

    Audience(Assignments assignments, Workspaces workspaces) {
        this.assignments = assignments;
        this.workspaces = workspaces;
    }

    /**
     * An assignment is told to the owner, unless they took the case themselves; a comment to whom it names, and what the
     * person wrote back to the owner. What stays undone is told to the owner and
     * to the program's loop owner and senior owner; a case that is nobody's for 24 hours to the admins too (S3-21). One that
     * nobody answers for at all is told to the admins.
     */
    Set<MemberId> of(WorkspaceId workspace, AlertRow alert, Case item) {
        var all = new LinkedHashSet<MemberId>();
        if (alert.kind() == AlertKind.ASSIGNED || alert.kind() == AlertKind.MENTIONED) {
            if (alert.to() != null && !alert.to().equals(alert.by())) {
                all.add(alert.to());
            }
            return all;
        }
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
}
