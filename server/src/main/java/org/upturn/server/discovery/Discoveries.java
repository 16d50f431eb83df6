package org.upturn.server.discovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.verbatims.codebook.Draft;
import org.upturn.server.verbatims.codebook.Drafts;

/** The door to the discovery board. */
@Service
public class Discoveries {
    /** A board does not change under people's hands more often by itself; a member may ask for it at any time. */
    private static final Duration REST = Duration.ofMinutes(15);

    private final Surveys surveys;
    private final UncoveredRepository uncovered;
    private final BoardRepository boards;
    private final GroupRepository groups;
    private final DecisionRepository decisions;
    private final Drafts drafts;
    private final BoardWorker worker;
    private final Clock clock;

    Discoveries(
            Surveys surveys,
            UncoveredRepository uncovered,
            BoardRepository boards,
            GroupRepository groups,
            DecisionRepository decisions,
            Drafts drafts,
            BoardWorker worker,
            Clock clock) {
        this.surveys = surveys;
        this.uncovered = uncovered;
        this.boards = boards;
        this.groups = groups;
        this.decisions = decisions;
        this.drafts = drafts;
        this.worker = worker;
        this.clock = clock;
    }

    /**
     * The board of a wave. Looking at it begins to compute it when it never was, or when what it is made of has changed and
     * it has stood for a while; meanwhile the old groups are shown.
     *
     * @param wave null for the last one with answers
     */
    public Board find(WorkspaceId workspace, ProgramId program, @Nullable UUID wave) {
        List<Wave> waves = waves(workspace, program);
        Scope scope = scope(workspace, program, waves, wave);
        if (scope == null) {
            return new Board(waves, null, Board.State.NOTHING, Board.Progress.NONE, null);
        }
        BoardRepository.Stored stored = boards.find(scope).orElse(null);
        boolean stale = stored != null
                && stored.computedAt() != null
                && !uncovered.basis(scope).equals(stored.basis());
        if (isDue(stored, stale)) {
            worker.begin(scope);
            stored = boards.find(scope).orElseThrow();
        }
        return board(waves, scope, stored, stale);
    }

    /** Computes the board anew unless that is being done. */
    public Board compute(WorkspaceId workspace, ProgramId program, @Nullable UUID wave) {
        List<Wave> waves = waves(workspace, program);
        Scope scope = scope(workspace, program, waves, wave);
        if (scope != null) {
            worker.begin(scope);
        }
        return find(workspace, program, wave);
    }

    private static @Nullable Scope scope(
            WorkspaceId workspace, ProgramId program, List<Wave> waves, @Nullable UUID wave) {
        Scope scope = Scope.of(workspace, program, waves, wave);
        if (scope == null && wave != null) {
            throw Problem.notFound("problem.unknown.answeredWave");
        }
        return scope;
    }

    private List<Wave> waves(WorkspaceId workspace, ProgramId program) {
        surveys.program(workspace, program);
        Set<WaveId> answered = uncovered.answered(workspace, program);
        return surveys.waves(workspace, program).stream()
                .filter(one -> answered.contains(one.id()))
                .toList();
    }

    private boolean isDue(BoardRepository.@Nullable Stored stored, boolean stale) {
        if (stored == null) {
            return true;
        }
        if (stored.computing() || isWithin(stored.failedAt())) {
            return false;
        }
        return stored.computedAt() == null || (stale && !isWithin(stored.computedAt()));
    }

    private boolean isWithin(@Nullable Instant time) {
        return time != null && time.plus(REST).isAfter(clock.instant());
    }

    private Board board(List<Wave> waves, Scope scope, BoardRepository.Stored stored, boolean stale) {
        Board.State state;
        if (stored.computing()) {
            state = Board.State.COMPUTING;
        } else {
            state = stored.failedAt() == null ? Board.State.READY : Board.State.FAILED;
        }
        return new Board(waves, scope, state, stored.progress(), found(scope, stored, stale));
    }

    private Board.@Nullable Found found(Scope scope, BoardRepository.Stored stored, boolean stale) {
        if (stored.computedAt() == null) {
            return null;
        }
        Set<UUID> dismissed = decisions.dismissed(scope.workspace(), scope.program()).stream()
                .map(Lineage.Ancestor::id)
                .collect(Collectors.toSet());
        return new Board.Found(
                stored.computedAt(),
                stale,
                stored.verbatims(),
                stored.said(),
                stored.cut(),
                groups.find(scope),
                dismissed,
                themes(scope));
    }

    /** Themes that were made of groups and are in the draft, or in what is live where nobody has begun one. */
    private Map<UUID, String> themes(Scope scope) {
        Map<UUID, String> made = decisions.themes(scope.workspace(), scope.program());
        if (made.isEmpty()) {
            return made;
        }
        Draft draft = drafts.find(scope.workspace(), scope.program());
        var there = new HashMap<>(made);
        there.values().removeIf(theme -> draft.theme(theme).isEmpty());
        return there;
    }
}
