package org.upturn.server.surveys;

import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.MemberId;

/**
 * A program was made.
 *
 * @param by the member who made it; null when nobody did, as in an import
 * @param starter the starter codebook its team chose: {@code company}, {@code program} or {@code nonprofit}
 */
public record ProgramCreated(
        WorkspaceId workspace, ProgramId program, @Nullable MemberId by, String starter) {}
