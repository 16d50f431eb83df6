package org.upturn.server.tracks.promoters;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.kernel.Score;
import org.upturn.server.responses.ResponseId;

/**
 * A promoter of a wave.
 *
 * @param thanks for this answer; null while nobody has given any
 * @param advocate what came of their page and code; null while they have none
 */
public record Promoter(
        ResponseId response,
        ContactId contact,
        String name,
        @Nullable String account,
        Score score,
        String verbatim,
        @Nullable Thanked thanks,
        @Nullable Standing advocate) {
    /** @param mail what became of the mail; null where the member said it and handed the link over */
    public record Thanked(Instant at, String by, @Nullable String mail) {}

    /**
     * @param visits how often somebody pressed the button of their referral page
     * @param redeemed friends who became customers
     * @param quotable whether a testimonial stands
     */
    public record Standing(UUID id, String code, long visits, long redeemed, boolean quotable) {}
}
