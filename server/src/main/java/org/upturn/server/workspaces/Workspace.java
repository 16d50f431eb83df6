package org.upturn.server.workspaces;

import java.time.ZoneId;
import org.upturn.server.kernel.WorkspaceId;

/** A tenant: one organization's team and all its data. */
public record Workspace(WorkspaceId id, String name, ZoneId timeZone) {}
