package org.upturn.server.cases;

import java.time.Instant;
import org.upturn.server.kernel.WorkspaceId;

/**
 * A case is open and nobody's yet; told inside the transaction that opens it, so that whoever chooses an owner does so before
 * anybody can see it.
 *
 * @param complete whether there is nothing left to read: the person wrote nothing
 */
public record CaseOpened(WorkspaceId workspace, CaseFacts facts, Instant answeredAt, boolean complete) {}
