package org.upturn.server.insights.loop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.util.ConcurrentReferenceHashMap;
import org.upturn.server.kernel.Slice;
import org.upturn.server.kernel.WorkspaceId;

/**
 * The door to the figures of the loop. They are read anew at each look; those of very many cases, which take seconds to
 * read, stay for a minute on the server that read them, and say of when they are.
 */
@Service
public class Loops {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private record Asked(WorkspaceId workspace, LoopFilter filter) {}

    /** Softly held: they go when memory is short. */
    private final Map<Asked, LoopLook> kept = new ConcurrentReferenceHashMap<>();

    private final LoopRepository repository;
    private final Clock clock;

    Loops(LoopRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    public LoopLook look(WorkspaceId workspace, LoopFilter filter) {
        Instant now = clock.instant();
        var asked = new Asked(workspace, filter);
        LoopLook known = kept.get(asked);
        if (known != null
                && !now.isBefore(known.at())
                && now.isBefore(known.at().plus(FRESH))) {
            return known;
        }
        LoopLook made = read(asked, now);
        if (made.isLarge()) {
            kept.put(asked, made);
        }
        return made;
    }

    private LoopLook read(Asked asked, Instant now) {
        List<LoopCase> cases = repository.cases(asked.workspace(), asked.filter(), now);
        return new LoopLook(
                now,
                cases,
                LoopReport.of(asked.filter().waves(), cases),
                Costs.of(cases, repository.uses(asked.workspace(), asked.filter())));
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
