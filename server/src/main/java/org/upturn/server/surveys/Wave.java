package org.upturn.server.surveys;

import java.time.Instant;
import java.util.UUID;

/** One round of asking in a program. */
public record Wave(WaveId id, ProgramId program, UUID survey, String name, Instant opensAt, Instant closesAt) {}
