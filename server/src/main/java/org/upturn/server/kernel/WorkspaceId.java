package org.upturn.server.kernel;

import java.util.UUID;

/** Whose data it is. The first thing every statement on a tenant table asks for. */
public record WorkspaceId(UUID value) {
    public static WorkspaceId next() {
        return new WorkspaceId(Ids.next());
    }
}
