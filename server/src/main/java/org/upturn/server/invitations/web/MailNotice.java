package org.upturn.server.invitations.web;

import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Message;
import org.upturn.server.kernel.Problem;

/**
 * What stands above the settings of mail after something was tried.
 *
 * @param hook the address for reports of bounces, shown this one time
 */
public record MailNotice(
        @Nullable Message done,
        @Nullable Problem problem,
        @Nullable String hook) {
    static final MailNotice NONE = new MailNotice(null, null, null);

    static MailNotice of(Problem problem) {
        return new MailNotice(null, problem, null);
    }

    static MailNotice done(Message message) {
        return new MailNotice(message, null, null);
    }

    static MailNotice hook(String address) {
        return new MailNotice(null, null, address);
    }
}
