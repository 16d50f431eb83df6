package org.upturn.server.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That a case is closed: how, why, by whom and when. A closure that was taken back keeps when that was. */
public record Closure(
        Outcome outcome,
        String reason,
        @Nullable String by,
        Instant at,
        @Nullable String reopenedBy,
        @Nullable Instant reopenedAt) {}
