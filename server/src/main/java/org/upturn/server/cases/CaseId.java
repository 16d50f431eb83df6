package org.upturn.server.cases;

import java.util.UUID;
import org.upturn.server.kernel.Ids;

/** Names a case inside its workspace. */
public record CaseId(UUID value) {
    public static CaseId next() {
        return new CaseId(Ids.next());
    }
}
