package org.upturn.server.invitations.texts;

import java.util.UUID;

/**
 * One message as the gateway gets it.
 *
 * @param id the same however often it is sent, so that a gateway that knows it already does not send it twice
 * @param to a number in E.164
 * @param link the personal link, which stands in the text too
 */
public record TextMessage(UUID id, String to, String text, String link, Kind kind) {
    /** What it is for. */
    public enum Kind {
        INVITATION,
        REMINDER,
        TEST;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
