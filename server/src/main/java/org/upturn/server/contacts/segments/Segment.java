package org.upturn.server.contacts.segments;

import java.util.UUID;

/** A rule kept under a name. Its people are asked for whenever they are needed, so they are never out of date. */
public record Segment(UUID id, String name, Rule rule) {}
