package org.upturn.server.channels;

import java.util.UUID;
import org.upturn.server.kernel.Ids;

/** Names a collector inside its workspace. */
public record CollectorId(UUID value) {
    public static CollectorId next() {
        return new CollectorId(Ids.next());
    }
}
