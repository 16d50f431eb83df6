package org.upturn.server.invitations.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it goes with the servers.
 *
 * @param restUntil until when nothing is sent, because the mail server could not be used
 * @param problem what the mail server said last when it refused us
 * @param mailboxProblem why bounces could not be read the last time
 * @param hook whether there is an address to which bounces are reported
 */
public record MailStanding(
        @Nullable Instant restUntil,
        @Nullable String problem,
        @Nullable String mailboxProblem,
        @Nullable Instant mailboxLookedAt,
        boolean hook) {}
