package org.upturn.server.invitations.texts.web;

import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Message;
import org.upturn.server.kernel.Problem;

/**
 * What stands above the settings of the gateway after something was tried.
 *
 * @param hook the address for reports and replies, shown this one time
 */
public record GatewayNotice(
        @Nullable Message done,
        @Nullable Problem problem,
        @Nullable String hook) {
    static final GatewayNotice NONE = new GatewayNotice(null, null, null);

    static GatewayNotice of(Problem problem) {
        return new GatewayNotice(null, problem, null);
    }
}
