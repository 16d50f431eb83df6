package org.upturn.server.invitations.texts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it goes with the gateway.
 *
 * @param restUntil until when nothing is sent, because the gateway could not be used
 * @param problem why not
 * @param hook whether there is an address for reports and replies
 */
public record GatewayStanding(
        @Nullable Instant restUntil, @Nullable String problem, boolean hook) {
    static final GatewayStanding NONE = new GatewayStanding(null, null, false);
}
