package org.upturn.server.discovery;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Wave;

/**
 * What a board is about.
 *
 * @param wave whose verbatims it shows
 * @param before the wave that growth is measured against; null for the first one
 */
public record Scope(
        WorkspaceId workspace,
        ProgramId program,
        Wave wave,
        @Nullable Wave before) {
    /** Of these waves, the earliest first, the one named, or the last; null when there is none such. */
    static @Nullable Scope of(WorkspaceId workspace, ProgramId program, List<Wave> waves, @Nullable UUID named) {
        for (int i = waves.size() - 1; i >= 0; i--) {
            if (named == null || waves.get(i).id().value().equals(named)) {
                return new Scope(workspace, program, waves.get(i), i == 0 ? null : waves.get(i - 1));
            }
        }
        return null;
    }

    /** The wave and the one before. */
    List<Wave> waves() {
        return Stream.of(wave, before).filter(one -> one != null).toList();
    }
}
