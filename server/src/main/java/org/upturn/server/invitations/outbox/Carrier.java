package org.upturn.server.invitations.outbox;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.upturn.server.kernel.Problem;

/** By whom messages go: our mail, or the team's gateway for text messages. Each has its own pace and rests by itself. */
public enum Carrier {
    MAIL("mail_settings"),
    SMS("gateway_settings");

    private final String settings;

    Carrier(String settings) {
        this.settings = settings;
    }

    /** The table with one row for each workspace that can send this way. */
    String settings() {
        return settings;
    }

    /** The word used in the API and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Problem when there is none of that name */
    @JsonCreator
    public static Carrier of(String word) {
        for (Carrier one : values()) {
            if (one.word().equals(word)) {
                return one;
            }
        }
        throw Problem.invalid("channel", "problem.mailing.channel");
    }
}
