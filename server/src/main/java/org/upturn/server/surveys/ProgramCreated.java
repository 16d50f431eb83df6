package org.upturn.server.surveys;

import org.upturn.server.kernel.WorkspaceId;

/**
 * A program was made.
 *
 * @param starter the starter codebook its team chose: {@code company}, {@code program} or {@code nonprofit}
 */
public record ProgramCreated(WorkspaceId workspace, ProgramId program, String starter) {}
