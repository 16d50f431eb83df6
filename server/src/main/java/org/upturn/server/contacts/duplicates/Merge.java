package org.upturn.server.contacts.duplicates;

import java.time.Instant;
import java.util.UUID;
import org.upturn.server.contacts.Contact;
import org.upturn.server.workspaces.MemberId;

/**
 * A merge that stands: one contact answers for another.
 *
 * @param merged as it was kept, with its own id
 */
public record Merge(UUID id, Contact merged, Contact survivor, MemberId by, Instant at) {}
