package org.upturn.server.insights;

import java.util.UUID;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.verbatims.TeamCodebook;

/**
 * The theme that figures are asked for.
 *
 * @param version of the codebook in use
 */
record AskedTheme(WorkspaceId workspace, ProgramId program, String theme, UUID codebook, int version) {
    static AskedTheme of(WorkspaceId workspace, ProgramId program, String theme, TeamCodebook codebook) {
        return new AskedTheme(workspace, program, theme, codebook.id(), codebook.version());
    }
}
