package org.upturn.server.invitations;

import java.util.Locale;

/** How somebody is asked, or an answer came. */
public enum Channel {
    /** A personal link that was handed over by other means than our own mail. */
    LINK,
    /** A personal link in a mail that we sent. */
    MAIL,
    /** One link for everybody, often as a QR code. */
    OPEN,
    /** On a page of the team's own site. */
    WIDGET,
    /** A tablet that stands somewhere. */
    KIOSK,
    SMS,
    /** Brought from another tool. */
    IMPORT,
    API;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Channel of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
