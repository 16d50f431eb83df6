package org.upturn.server.invitations;

import org.upturn.server.contacts.ContactId;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.WaveId;

/** Whom a personal link belongs to. */
public record Invited(WorkspaceId workspace, InvitationId invitation, WaveId wave, ContactId contact) {}
