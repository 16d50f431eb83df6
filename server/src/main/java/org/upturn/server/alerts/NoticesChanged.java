package org.upturn.server.alerts;

import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.MemberId;

/** What stands under a member’s bell is another than before. Told inside the transaction that changes it. */
public record NoticesChanged(WorkspaceId workspace, MemberId member) {}
