package org.upturn.server.responses;

import java.util.UUID;
import org.upturn.server.kernel.Ids;

/** Names a response inside its workspace. */
public record ResponseId(UUID value) {
    public static ResponseId next() {
        return new ResponseId(Ids.next());
    }
}
