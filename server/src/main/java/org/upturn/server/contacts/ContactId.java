package org.upturn.server.contacts;

import java.util.UUID;
import org.upturn.server.kernel.Ids;

/** Names a contact inside its workspace. */
public record ContactId(UUID value) {
    public static ContactId next() {
        return new ContactId(Ids.next());
    }
}
