package org.upturn.server.insights.loop;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.upturn.server.kernel.Slice;
import org.upturn.server.kernel.WorkspaceId;

/** The door to the figures of the loop. */
@Service
public class Loops {
    private final LoopRepository repository;
    private final Clock clock;

    Loops(LoopRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Everybody whose present score is a detractor's, the last answer first. */
    public List<LoopCase> cases(WorkspaceId workspace, LoopFilter filter) {
        return repository.cases(workspace, filter, clock.instant());
    }

    /** All that was done for them and stands. */
    public List<ActionUse> uses(WorkspaceId workspace, LoopFilter filter) {
        return repository.uses(workspace, filter);
    }

    /**
     * Some of these by name.
     *
     * @param became null for all
     * @param after the last one of the slice before
     */
    public Slice<LoopPerson> people(
            WorkspaceId workspace, List<LoopCase> cases, @Nullable Became became, @Nullable UUID after, int limit) {
        List<LoopCase> chosen = cases.stream()
                .filter(one -> became == null || one.became() == became)
                .toList();
        int first = after == null ? 0 : place(chosen, after) + 1;
        List<LoopCase> some = chosen.stream().skip(first).limit(limit + 1L).toList();
        Slice<LoopCase> slice = Slice.of(some, limit, LoopCase::id);
        return new Slice<>(repository.people(workspace, slice.items()), slice.next());
    }

    /** One that is no longer among them ends the list. */
    private static int place(List<LoopCase> chosen, UUID after) {
        for (int i = 0; i < chosen.size(); i++) {
            if (chosen.get(i).id().equals(after)) {
                return i;
            }
        }
        return chosen.size();
    }
}
