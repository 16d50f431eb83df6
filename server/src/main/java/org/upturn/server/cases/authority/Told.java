package org.upturn.server.cases.authority;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a member tells of an action of the catalogue; see {@link LoopAction}. */
public record Told(
        @Nullable String kind,
        @Nullable String name,
        @Nullable BigDecimal usualAmount,
        List<Limit> limits) {}
