package org.upturn.server.surveys;

import java.util.UUID;
import org.upturn.server.kernel.Ids;

/** Names a wave inside its workspace. */
public record WaveId(UUID value) {
    public static WaveId next() {
        return new WaveId(Ids.next());
    }
}
