package org.upturn.server.contacts;

import org.upturn.server.kernel.WorkspaceId;

/** A person was deleted whose history stays: whoever keeps more than that of them lets it go, in the same transaction. */
public record ContactErased(WorkspaceId workspace, ContactId contact) {}
