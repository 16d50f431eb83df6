package org.upturn.server.insights.loop;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.upturn.server.cases.Subtype;

/**
 * A detractor by name.
 *
 * @param item how the loop went
 * @param cost of all that was done and stands, in the workspace's currency
 */
public record LoopPerson(
        LoopCase item,
        String name,
        String externalId,
        String wave,
        Subtype subtype,
        @Nullable String owner,
        Instant answeredAt,
        BigDecimal cost) {}
