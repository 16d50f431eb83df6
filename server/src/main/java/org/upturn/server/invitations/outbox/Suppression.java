package org.upturn.server.invitations.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * An address that gets no mail.
 *
 * @param reason {@code unsubscribed}, {@code bounced}, {@code complained}, or {@code added} by a member
 */
public record Suppression(UUID id, String address, String reason, Instant since) {}
