package org.upturn.server.workspaces;

import java.util.UUID;
import org.upturn.server.kernel.Ids;

/** Names a member inside its workspace. */
public record MemberId(UUID value) {
    public static MemberId next() {
        return new MemberId(Ids.next());
    }
}
