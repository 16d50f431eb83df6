package org.upturn.server.responses;

import org.upturn.server.kernel.Score;
import org.upturn.server.kernel.WorkspaceId;

/**
 * An answer came or was edited. Told inside the transaction that stores it, so that what follows is stored with it or
 * not at all.
 *
 * @param version 1 for a first answer
 */
public record ResponseReceived(WorkspaceId workspace, ResponseId response, int version, Score score) {}
