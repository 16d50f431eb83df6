package org.upturn.server.interactions;

import java.time.Instant;
import java.util.UUID;

/**
 * A file on a contact: a contract, an application essay, meeting notes.
 *
 * @param size in bytes
 */
public record Document(UUID id, UUID contact, String name, String mediaType, int size, Instant addedAt) {}
