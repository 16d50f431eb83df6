package org.upturn.server.channels;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.WaveId;

/**
 * A place where people answer without a link of their own.
 *
 * @param wave null for whichever wave of the program is open
 * @param key the public part of its link, 128 random bits
 * @param signs whether there is a secret that the team's site can sign with
 * @param closedAt null while it takes answers
 */
public record Collector(
        WorkspaceId workspace,
        CollectorId id,
        ProgramId program,
        @Nullable WaveId wave,
        CollectorKind kind,
        String name,
        String key,
        CollectorSettings settings,
        boolean signs,
        Instant createdAt,
        @Nullable Instant closedAt) {
    public boolean open() {
        return closedAt == null;
    }

    /** The path of its public link; for a widget that of the script. */
    public String path() {
        return kind.path() + key + (kind == CollectorKind.WIDGET ? ".js" : "");
    }
}
