package org.upturn.server.invitations.outbox;

import java.util.Locale;

/** Why somebody gets no mail or text message. */
public enum Skip {
    NO_ADDRESS,
    /** Has no number that a text message could go to. */
    NO_PHONE,
    /** Has withdrawn the consent to be asked. */
    NO_CONSENT,
    UNSUBSCRIBED,
    BOUNCED,
    COMPLAINED,
    /** A member has put the address on the list. */
    ADDED,
    ANSWERED,
    /** Has this wave's mail already. */
    ASKED,
    /** Was asked or has answered so lately that the contact-frequency rule forbids it (S3-25). */
    RECENT,
    /** The wave is over. */
    OVER;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
