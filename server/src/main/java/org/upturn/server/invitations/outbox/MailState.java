package org.upturn.server.invitations.outbox;

import java.util.Locale;

/** What became of a mail. */
public enum MailState {
    /** It waits to be sent. */
    QUEUED,
    /** The mail server took it; whether it arrived is not known. */
    SENT,
    /** It was being handed over when something broke: it may have been taken, so it is not sent again by itself. */
    UNKNOWN,
    /** It came back, or the mail server refused it for good. */
    BOUNCED,
    /** Whoever got it reported it as spam. */
    COMPLAINED,
    /** It was not sent, for a reason that came up while it waited. */
    STOPPED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MailState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
