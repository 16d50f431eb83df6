package org.upturn.server.tracks.passives;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.interactions.Interaction;
import org.upturn.server.kernel.Score;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.workspaces.MemberId;

/**
 * A passive of a wave.
 *
 * @param before the score of the wave before; null where there was none
 * @param risks why this person may drift, the gravest first; empty where nothing says so
 * @param asked how the question what would make it a 9 stands; null while it was not asked
 * @param owner who looks after them; null for nobody
 * @param touched the latest touchpoint; null where there was none
 */
public record Passive(
        ResponseId response,
        ContactId contact,
        String name,
        @Nullable String account,
        Score score,
        @Nullable Score before,
        String verbatim,
        List<Risk> risks,
        @Nullable Asked asked,
        @Nullable Owner owner,
        @Nullable Touchpoint touched) {
    public Passive {
        risks = List.copyOf(risks);
    }

    /** @param state {@code waiting}, {@code answered}, {@code skipped} or how else it ended */
    public record Asked(Instant at, String state) {}

    /** A member of the team. */
    public record Owner(MemberId id, String name) {}

    /** Somebody was in touch. */
    public record Touchpoint(Interaction.Kind kind, String words, String by, Instant at) {}
}
