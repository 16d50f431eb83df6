package org.upturn.server.discovery;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.engine.discovery.Group;
import org.upturn.server.kernel.Ids;
import org.upturn.server.surveys.Wave;
import org.upturn.server.verbatims.VerbatimGroups;

/** Makes a board: gathers what no theme covers, groups it, and stores the groups under the ids they had before. */
@Component
class BoardMaking {
    /** From so many verbatims on, it takes more people to make a group. */
    private static final int MANY_VERBATIMS = 100;

    private static final int FEWEST_OF_MANY = 5;

    private final UncoveredRepository uncovered;
    private final BoardRepository boards;
    private final GroupRepository groups;
    private final DecisionRepository decisions;
    private final VerbatimGroups engine;
    private final Clock clock;

    BoardMaking(
            UncoveredRepository uncovered,
            BoardRepository boards,
            GroupRepository groups,
            DecisionRepository decisions,
            VerbatimGroups engine,
            Clock clock) {
        this.uncovered = uncovered;
        this.boards = boards;
        this.groups = groups;
        this.decisions = decisions;
        this.engine = engine;
        this.clock = clock;
    }

    /** A board before it is stored; its groups have no ids yet. */
    record Made(BoardRepository.Outcome outcome, Map<UUID, Uncovered> uncovered, List<FoundGroup> groups) {}

    /** What is to be grouped. */
    record Material(String basis, Map<UUID, Uncovered> uncovered, int said, boolean cut) {}

    Material material(Scope scope) {
        String basis = uncovered.basis(scope);
        var found = new LinkedHashMap<UUID, Uncovered>();
        boolean cut = false;
        for (Wave wave : scope.waves()) {
            List<Uncovered> some = uncovered.find(scope, wave.id(), Board.MOST_OF_A_WAVE + 1);
            cut |= some.size() > Board.MOST_OF_A_WAVE;
            some.stream().limit(Board.MOST_OF_A_WAVE).forEach(one -> found.put(one.response(), one));
        }
        return new Material(basis, found, uncovered.said(scope), cut);
    }

    /** @param progress is told how many texts have been read; ends the work by throwing */
    Made make(Scope scope, Material material, IntConsumer progress) {
        Map<UUID, Uncovered> entries = material.uncovered;
        int min = leastPeople(entries.size());
        List<Group> found =
                engine.groups(entries.values().stream().map(Uncovered::entry).toList(), min, progress);
        List<FoundGroup> made = found.stream()
                .map(one -> group(scope, entries, one))
                .sorted(Comparator.comparingInt(FoundGroup::inWave)
                        .thenComparingInt(one -> one.responses().size())
                        .reversed())
                .toList();
        var outcome = new BoardRepository.Outcome(material.basis, entries.size(), material.said, material.cut);
        return new Made(outcome, entries, made);
    }

    static int leastPeople(int verbatims) {
        return verbatims < MANY_VERBATIMS ? Board.FEWEST_PEOPLE : FEWEST_OF_MANY;
    }

    private static FoundGroup group(Scope scope, Map<UUID, Uncovered> entries, Group found) {
        List<UUID> responses = found.ids().stream().map(UUID::fromString).toList();
        int inWave = (int) responses.stream()
                .filter(one -> Objects.requireNonNull(entries.get(one))
                        .wave()
                        .equals(scope.wave().id()))
                .count();
        return new FoundGroup(
                Ids.next(),
                found.label(),
                found.terms(),
                responses,
                inWave,
                scope.before() == null ? null : responses.size() - inWave,
                found.quotations().stream()
                        .map(one -> {
                            UUID response = UUID.fromString(one.id());
                            int version = Objects.requireNonNull(entries.get(response))
                                    .version();
                            return new FoundGroup.Quote(response, version, one.start(), one.end());
                        })
                        .toList());
    }

    /** Stores the board and gives the lease back; nothing is stored when the lease was lost. */
    @Transactional
    public boolean store(Scope scope, UUID token, Made made) {
        if (!boards.finish(scope, token, made.outcome)) {
            return false;
        }
        List<FoundGroup> known = known(scope, made);
        groups.replace(scope, known);
        known.forEach(one -> decisions.seenAgain(scope, one, clock.instant()));
        return true;
    }

    private List<FoundGroup> known(Scope scope, Made made) {
        var ancestors = new LinkedHashMap<UUID, Lineage.Ancestor>();
        decisions.dismissed(scope.workspace(), scope.program()).forEach(one -> ancestors.put(one.id(), one));
        groups.ancestors(scope).forEach(one -> ancestors.putIfAbsent(one.id(), one));
        var answeredAt =
                made.uncovered.values().stream().collect(Collectors.toMap(Uncovered::response, Uncovered::answeredAt));
        Map<Integer, UUID> ids = new Lineage(ancestors.values(), answeredAt)
                .of(made.groups.stream().map(FoundGroup::responses).toList());
        var known = new ArrayList<FoundGroup>();
        for (int i = 0; i < made.groups.size(); i++) {
            FoundGroup one = made.groups.get(i);
            known.add(named(one, ids.getOrDefault(i, one.id())));
        }
        return known;
    }

    private static FoundGroup named(FoundGroup one, UUID id) {
        return new FoundGroup(
                id, one.label(), one.terms(), one.responses(), one.inWave(), one.inWaveBefore(), one.quotations());
    }
}
