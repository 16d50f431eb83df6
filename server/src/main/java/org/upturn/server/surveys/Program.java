package org.upturn.server.surveys;

import java.time.Instant;

/** A standing NPS effort that pools many waves: a cohort, a customer relationship, a service. */
public record Program(ProgramId id, String name, Instant createdAt) {}
