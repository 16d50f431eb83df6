package org.upturn.server.verbatims;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.workspaces.MemberId;

/**
 * A person's word on whether a theme is in a verbatim. It holds for that version of the answer, whatever the codebook
 * or the engine say later.
 *
 * @param theme its id in the codebook at that time; when that theme is merged into another, a yes counts for the heir
 * @param machineDecided what the engine said by itself before; null when it had not read the answer
 * @param machineProbability 0…1; null when the engine did not even take the theme for possible
 */
public record Verdict(
        UUID id,
        ResponseId response,
        int version,
        String theme,
        boolean present,
        @Nullable Boolean machineDecided,
        @Nullable Float machineProbability,
        MemberId givenBy,
        Instant givenAt) {
    /** What the engine said by itself before; null when it had not read the answer. */
    public HumanCodings.@Nullable Opinion opinion() {
        return machineDecided == null ? null : new HumanCodings.Opinion(machineDecided, machineProbability);
    }
}
