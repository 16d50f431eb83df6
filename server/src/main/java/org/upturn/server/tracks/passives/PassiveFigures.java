package org.upturn.server.tracks.passives;

import java.util.List;
import org.upturn.server.kernel.Group;

/**
 * The passives of a wave in numbers.
 *
 * @param passives how many there are
 * @param atRisk how many of them show a reason to drift
 * @param silent how many did not say what would make it a 9, and have not been asked
 * @param themes what they miss: how many name it without praise, the most named first
 * @param uncovered how many said something that no theme of the codebook covers; never left out of the picture
 * @param fates what became of the passives of the wave before
 */
public record PassiveFigures(
        long passives, long atRisk, long silent, List<Missed> themes, long uncovered, Fates fates) {
    public PassiveFigures {
        themes = List.copyOf(themes);
    }

    /** @param people passives of the wave who name it */
    public record Missed(String theme, String name, long people) {}

    /**
     * What became of the passives of the wave before, everyone counted once.
     *
     * @param unanswered asked again or not, they gave no answer in this wave; never left out
     */
    public record Fates(long promoters, long passives, long detractors, long unanswered) {
        public long whole() {
            return promoters + passives + detractors + unanswered;
        }

        public long of(Group group) {
            return switch (group) {
                case PROMOTER -> promoters;
                case PASSIVE -> passives;
                case DETRACTOR -> detractors;
            };
        }
    }
}
