package org.upturn.server.invitations.cadence;

import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;

/** What a team can act on; told by the room that keeps the cases. */
public interface Capacity {
    /** The days within which something must be done, or asking again sooner tells nothing new (S3-25). */
    int DAYS_TO_ACT = 30;

    /**
     * What is known of a program.
     *
     * @param asked people invited in the last 180 days
     * @param cases opened in the last 180 days
     * @param closed cases closed in the last 90 days
     * @param open cases open now
     */
    record Figures(long asked, long cases, long closed, long open) {
        /** From how many cases on a share of them says something: below, its interval is wider than a third. */
        private static final int ENOUGH = 10;

        public boolean isKnown() {
            return cases >= ENOUGH && asked > 0;
        }

        /** How many cases the team closes in {@link #DAYS_TO_ACT} days. */
        public long closedInTime() {
            return Math.round(closed / 3.0);
        }

        /** How many cases asking so many people is likely to open. */
        public long casesOf(long people) {
            return Math.round((double) people * cases / asked);
        }

        /** How many people can be asked in {@link #DAYS_TO_ACT} days so that the team can act on what comes back. */
        public long peopleInTime() {
            return Math.round((double) closedInTime() * asked / cases);
        }
    }

    Figures of(WorkspaceId workspace, ProgramId program);
}
