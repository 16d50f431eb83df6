package org.upturn.server.workspaces;

import java.time.Instant;
import java.util.UUID;

/**
 * A key for programs, acting for the member who made it. The key itself is shown once and kept only as a hash.
 *
 * @param hint its last four characters, to tell keys apart
 * @param actsFor the member who made it, in whose name and with whose rights it acts
 */
public record ApiKey(UUID id, String name, String hint, Instant createdAt, MemberId actsFor) {}
