package org.upturn.server.workspaces;

import java.time.ZoneId;
import java.util.Locale;
import org.upturn.server.kernel.WorkspaceId;

/**
 * A tenant: one organization's team and all its data.
 *
 * @param language what the team as a whole is told in
 */
public record Workspace(WorkspaceId id, String name, ZoneId timeZone, Locale language) {}
