package org.upturn.server.alerts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.surveys.ProgramId;

/**
 * A place besides people's own where the alerts of a program go. Its address is a secret and never shown again.
 *
 * @param host of the address, which may be shown
 * @param publicUrl begins the links in what is sent there
 * @param lastProblem what went wrong the last time; null when it went well
 */
public record AlertChannel(
        UUID id,
        ProgramId program,
        ChannelKind kind,
        String name,
        String host,
        String publicUrl,
        @Nullable Instant lastSentAt,
        @Nullable String lastProblem) {}
