package org.upturn.server.tracks.passives;

import org.upturn.server.contacts.ContactId;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.workspaces.MemberId;

/** Somebody named another owner of a passive: published in the transaction in which it becomes true. */
public record PassiveGiven(WorkspaceId workspace, ProgramId program, ContactId contact, MemberId to, MemberId by) {}
