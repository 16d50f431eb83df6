package org.upturn.server.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a case came to its owner.
 *
 * @param by who gave it to them; null when the rules did
 * @param rule that chose; null for the program's own owner, or when a person did
 * @param coversFor who is on leave
 */
public record Assignment(
        String owner,
        @Nullable String by,
        @Nullable String rule,
        @Nullable String coversFor,
        Instant at) {}
