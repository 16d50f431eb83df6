package org.upturn.server.surveys;

import java.util.UUID;

/**
 * The questions in one version; an answer keeps which version it was given to.
 *
 * @param version 1, 2, …
 * @param scoreQuestion asks for 0–10 (S2-01)
 * @param whyQuestion asks for the reason (S1-10)
 */
public record Survey(UUID id, ProgramId program, int version, String scoreQuestion, String whyQuestion) {}
