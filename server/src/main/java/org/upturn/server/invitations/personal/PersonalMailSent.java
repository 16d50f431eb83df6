package org.upturn.server.invitations.personal;

import java.util.UUID;
import org.upturn.server.kernel.WorkspaceId;

/**
 * The mail server took what a member wrote to a person; published in the transaction that notes it. One that came back for
 * now and was sent again is told twice.
 */
public record PersonalMailSent(WorkspaceId workspace, UUID mail) {}
