package org.upturn.server.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.Member;

/** Which calls and meetings are agreed on: cases ask, the room that speaks with people answers. */
public interface ScheduledTalks {
    /**
     * A call or a meeting.
     *
     * @param kind {@code call} or {@code meeting}
     * @param open whether it was neither logged nor called off
     */
    record Talk(UUID id, CaseId item, String kind, Instant at, boolean open) {
        /** Whether its time has passed and nobody said whether it took place. */
        public boolean isOver(Instant now) {
            return open && !now.isBefore(at);
        }

        public boolean isComing(Instant now) {
            return open && now.isBefore(at);
        }
    }

    /** For each of these cases the first open one; cases without one are missing. */
    Map<CaseId, Talk> of(WorkspaceId workspace, Collection<CaseId> cases);

    /** Calls off what is still to come. */
    void callOff(Member by, CaseId item);

    /** Whatever became of it. */
    Optional<Talk> find(WorkspaceId workspace, UUID talk);
}
