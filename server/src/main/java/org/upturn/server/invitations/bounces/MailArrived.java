package org.upturn.server.invitations.bounces;

import jakarta.mail.internet.MimeMessage;
import org.upturn.server.kernel.WorkspaceId;

/**
 * A mail lay in the mailbox that is no report about one of ours: an answer, or something that is not for us. Told once or,
 * where a server stopped in between, twice; never marked or moved.
 *
 * @param mail open only while the event is told; what is not asked for is not fetched
 */
public record MailArrived(WorkspaceId workspace, MimeMessage mail) {}
