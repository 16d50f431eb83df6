package org.upturn.server.instant;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.Theme;

/**
 * What a theme does to the result.
 *
 * @param who the detractors that name it, the surest naming first
 * @param share detractors that name it ∕ all detractors, 0…1
 * @param impact in points of NPS, negative when it pulls down; null when every answer names it
 */
record ThemeFinding(
        Theme theme,
        List<Detractor> who,
        double share,
        @Nullable Double impact) {}
