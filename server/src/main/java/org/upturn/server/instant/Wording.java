package org.upturn.server.instant;

import org.upturn.server.kernel.Message;

/** The visible text of the report, from {@code messages/instant.properties}. */
public final class Wording {
    /** The text of a key below {@code instant.} with its places filled. */
    public String of(String key, Object... arguments) {
        return new Message("instant." + key, arguments).english();
    }
}
