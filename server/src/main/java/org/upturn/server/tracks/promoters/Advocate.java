package org.upturn.server.tracks.promoters;

import java.util.UUID;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;

/**
 * A promoter with a page and a code of their own.
 *
 * @param code for friends, eight letters and digits
 */
public record Advocate(WorkspaceId workspace, UUID id, ProgramId program, ContactId contact, String code) {}
