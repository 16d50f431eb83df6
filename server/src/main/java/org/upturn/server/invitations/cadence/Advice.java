package org.upturn.server.invitations.cadence;

/**
 * Whether a team can act on what a schedule brings within 30 days (S3-25).
 *
 * @param people asked each time
 * @param inTime people asked in 30 days
 * @param brings cases to expect of them
 * @param closed cases that the team closes in 30 days
 * @param bearable people that can be asked in 30 days
 * @param everyDays how rarely all of these people could be asked; 0 when the team closes none
 */
public record Advice(long people, long inTime, long brings, long closed, long bearable, long everyDays) {
    /** @param days from one time of asking to the next */
    public static Advice of(Capacity.Figures known, long people, int days) {
        long inTime = Math.round((double) people * Capacity.DAYS_TO_ACT / days);
        long bearable = known.peopleInTime();
        return new Advice(
                people,
                inTime,
                known.casesOf(inTime),
                known.closedInTime(),
                bearable,
                bearable == 0 ? 0 : (people * Capacity.DAYS_TO_ACT + bearable - 1) / bearable);
    }

    public boolean isTooOften() {
        return brings > closed;
    }
}
