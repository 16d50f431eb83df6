package org.upturn.server.corrections;

import java.util.UUID;
import org.upturn.server.kernel.Ids;

/** Names a correction inside its workspace. */
public record CorrectionId(UUID value) {
    public static CorrectionId next() {
        return new CorrectionId(Ids.next());
    }
}
