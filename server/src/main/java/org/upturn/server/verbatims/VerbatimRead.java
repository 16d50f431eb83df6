package org.upturn.server.verbatims;

import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.ResponseId;

/** A verbatim was read. Told inside the transaction that stores the reading. */
public record VerbatimRead(WorkspaceId workspace, ResponseId response, boolean silent) {}
