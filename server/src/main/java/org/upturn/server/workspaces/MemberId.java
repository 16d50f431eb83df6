package org.upturn.server.workspaces;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Ids;

/** Names a member inside its workspace. */
public record MemberId(UUID value) {
    public static MemberId next() {
        return new MemberId(Ids.next());
    }

    /** Nobody for null. */
    public static @Nullable MemberId orNull(@Nullable UUID value) {
        return value == null ? null : new MemberId(value);
    }
}
