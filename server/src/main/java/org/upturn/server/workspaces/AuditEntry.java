package org.upturn.server.workspaces;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a member did.
 *
 * @param action a past fact, for example {@code case.closed}
 * @param by their name; null when nobody of the team did it
 * @param key the name of the API key by which they did it; null when they did it themselves
 * @param subject the id of what it was about; null when that is there once, for example the mail settings
 * @param name of that; null when it has none, or is no longer there
 * @param path where that is seen; null when it is no longer there, or was never a page
 */
public record AuditEntry(
        UUID id,
        Instant at,
        String action,
        Audited.Kind kind,
        @Nullable MemberId member,
        @Nullable String by,
        @Nullable String key,
        @Nullable UUID subject,
        @Nullable String name,
        @Nullable String path) {}
