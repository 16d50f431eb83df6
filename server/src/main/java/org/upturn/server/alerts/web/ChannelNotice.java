package org.upturn.server.alerts.web;

import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Message;
import org.upturn.server.kernel.Problem;

/**
 * What the page of channels has to say besides.
 *
 * @param secret of a webhook that was just added, shown this one time
 */
public record ChannelNotice(
        @Nullable Message done,
        @Nullable Problem problem,
        @Nullable String secret) {
    static final ChannelNotice NONE = new ChannelNotice(null, null, null);
}
