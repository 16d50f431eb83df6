package org.upturn.server.kernel;

/**
 * One answer to "how likely are you to recommend us", a whole number from 0 to 10.
 *
 * @param value 0…10
 */
public record Score(int value) implements Comparable<Score> {
    /** The highest score that makes a detractor: a 6 opens a case, a 7 does not (S4-01, decision 3). */
    public static final int HIGHEST_DETRACTOR = 6;

    /** The lowest score that makes a promoter (S1-01). */
    public static final int LOWEST_PROMOTER = 9;

    public Score {
        if (value < 0 || value > 10) {
            throw new IllegalArgumentException("a score is a whole number from 0 to 10, not " + value);
        }
    }

    public Group group() {
        if (value <= HIGHEST_DETRACTOR) {
            return Group.DETRACTOR;
        }
        return value < LOWEST_PROMOTER ? Group.PASSIVE : Group.PROMOTER;
    }

    public boolean isDetractor() {
        return group() == Group.DETRACTOR;
    }

    @Override
    public int compareTo(Score other) {
        return Integer.compare(value, other.value);
    }
}
