package org.upturn.server.followups;

import java.util.UUID;
import org.upturn.server.cases.CaseId;
import org.upturn.server.kernel.WorkspaceId;

/**
 * The person of a case wrote back; published in the transaction that stores it, once for each mail.
 *
 * @param automatic whether a machine answered for them, which is no response
 */
public record ReplyArrived(WorkspaceId workspace, CaseId caseId, UUID reply, boolean automatic) {}
