package org.upturn.server.changes;

import java.time.Instant;
import java.util.UUID;
import org.upturn.server.surveys.ProgramId;

/**
 * A visible change made for a theme.
 *
 * @param theme id of the theme it answers
 * @param announcement what everyone is told: what was heard and what is different now
 */
public record Change(UUID id, ProgramId program, String theme, String title, String announcement, Instant madeAt) {}
