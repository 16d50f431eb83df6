package org.upturn.server.invitations.outbox;

import org.upturn.server.kernel.WorkspaceId;

/** Mails wait to be sent. */
record MailsQueued(WorkspaceId workspace) {}
