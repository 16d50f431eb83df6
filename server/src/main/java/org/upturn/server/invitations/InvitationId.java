package org.upturn.server.invitations;

import java.util.UUID;
import org.upturn.server.kernel.Ids;

/** Names an invitation inside its workspace. */
public record InvitationId(UUID value) {
    public static InvitationId next() {
        return new InvitationId(Ids.next());
    }
}
