package org.upturn.server.surveys;

import java.util.UUID;
import org.upturn.server.kernel.Ids;

/** Names a program inside its workspace. */
public record ProgramId(UUID value) {
    public static ProgramId next() {
        return new ProgramId(Ids.next());
    }
}
