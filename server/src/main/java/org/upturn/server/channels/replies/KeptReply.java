package org.upturn.server.channels.replies;

import java.time.Instant;
import java.util.UUID;
import org.upturn.server.contacts.ContactId;

/**
 * A reply that nobody but a person can understand.
 *
 * @param outcome {@code unclear}, or {@code late} when no wave was open for it
 */
public record KeptReply(UUID id, ContactId contact, String words, String outcome, Instant receivedAt) {}
