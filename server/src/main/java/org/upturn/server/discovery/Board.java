package org.upturn.server.discovery;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.surveys.Wave;

/**
 * The board of a wave as it is known now: the groups found last, also while new ones are looked for.
 *
 * @param waves those with answers, the earliest first
 * @param scope null when nobody has answered yet
 * @param found null when nothing was ever found out
 */
public record Board(
        List<Wave> waves,
        @Nullable Scope scope,
        State state,
        Progress progress,
        @Nullable Found found) {
    /** So many verbatims of a wave are grouped at once, the latest: comparing grows with their square. */
    public static final int MOST_OF_A_WAVE = 2_500;

    /** Fewer people than this are no group. */
    public static final int FEWEST_PEOPLE = 3;

    /** Where it stands. */
    public enum State {
        /** Nobody has answered yet. */
        NOTHING,
        COMPUTING,
        READY,
        /** It stopped for a reason of ours, and can be tried again. */
        FAILED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How many texts have been read, of how many; 0 of 0 before it is known. */
    public record Progress(int read, int all) {
        static final Progress NONE = new Progress(0, 0);
    }

    /**
     * What was found.
     *
     * @param stale whether answers, readings or the codebook have changed since
     * @param verbatims how many were grouped, of both waves
     * @param said how many people of the wave gave words
     * @param cut whether there were more than are grouped at once
     * @param groups those with most people in the wave first
     * @param dismissed ids of the groups that somebody said are no theme
     * @param themes the theme that was made of a group, by its id, as long as it is in the codebook
     */
    public record Found(
            Instant computedAt,
            boolean stale,
            int verbatims,
            int said,
            boolean cut,
            List<FoundGroup> groups,
            Set<UUID> dismissed,
            Map<UUID, String> themes) {
        public List<FoundGroup> open() {
            return groups.stream().filter(one -> !dismissed.contains(one.id())).toList();
        }

        /** Whether there are fewer verbatims than it takes to make a group. */
        public boolean isTooLittle() {
            return verbatims < FEWEST_PEOPLE;
        }

        public List<FoundGroup> setAside() {
            return groups.stream().filter(one -> dismissed.contains(one.id())).toList();
        }
    }

    /** The same without its groups, for those who look at how far it is. */
    public Board without() {
        Found less = found == null
                ? null
                : new Found(
                        found.computedAt,
                        found.stale,
                        found.verbatims,
                        found.said,
                        found.cut,
                        List.of(),
                        Set.of(),
                        Map.of());
        return new Board(waves, scope, state, progress, less);
    }

    public boolean isComputing() {
        return state == State.COMPUTING;
    }
}
