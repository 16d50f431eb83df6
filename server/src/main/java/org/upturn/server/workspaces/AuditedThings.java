package org.upturn.server.workspaces;

import java.util.List;

/** What a room has recorded in the audit log, told by the room itself: the log knows none of them. */
public interface AuditedThings {
    List<Audited> audited();
}
