package org.upturn.server.cases;

import org.upturn.server.kernel.WorkspaceId;

/** The words of an open case are read; told inside the transaction that stores the reading. */
public record CaseRead(WorkspaceId workspace, CaseFacts facts) {}
